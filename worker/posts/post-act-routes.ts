import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { AppEnv } from '#worker/http/app-env.ts';
import { authorBeginning } from '#worker/http/author-beginning.ts';
import { postToChange, postToDelete } from '#worker/http/author-in.ts';
import { CONFLICT, FORBIDDEN, INVALID, NOT_FOUND, TOO_MANY } from '#worker/http/error-schema.ts';
import { jsonAnswer, jsonBody, PRIVATE } from '#worker/http/json-exchange.ts';
import { onlyParameters } from '#worker/http/only-parameters.ts';
import { pictureIn, smallPicture } from '#worker/http/picture-form.ts';
import { refuseInvalid } from '#worker/http/refuse-invalid.ts';
import { smallJson } from '#worker/http/small-json.ts';
import { ANYONE } from '#worker/http/who.ts';
import { resumePost, stopPost, withdrawPost } from '#worker/posts/act-on-post.ts';
import { answerQuestion } from '#worker/posts/answer-question.ts';
import { copyPost } from '#worker/posts/copy-post.ts';
import { deletePost } from '#worker/posts/delete-post.ts';
import { givePostPicture } from '#worker/posts/give-post-picture.ts';
import { postView } from '#worker/posts/model/post-view.ts';
import { seePost } from '#worker/posts/see-post.ts';
import { submitPost } from '#worker/posts/submit-post.ts';

const LARGEST = 8192;
const LONGEST_ANSWER = 2000;
/** What the buttons of an ad have in common. */
const PRESS = { ...ANYONE, method: 'post' as const, middleware: [onlyParameters(), ...smallJson(LARGEST)] };
const params = z.object({ id: z.string().max(40) });
const refusals = { 400: INVALID, 403: FORBIDDEN, 404: NOT_FOUND, 409: CONFLICT, 429: TOO_MANY };
const stands = jsonAnswer('The post as it stands now.', postView);
const nothing = jsonBody(z.strictObject({}));
const asRead = jsonBody(z.strictObject({ version: z.int().min(0) }));

const submit = createRoute({
  ...PRESS,
  path: '/api/hire/posts/{id}/submit',
  summary: 'Hand a post in',
  description:
    'A moderator looks at it; what was approved before stays public meanwhile. However often one version is handed in, it is handed in once.',
  request: { params, ...asRead },
  responses: { 200: stands, ...refusals },
});

const relist = createRoute({
  ...PRESS,
  path: '/api/hire/posts/{id}/relist',
  summary: 'Put a post in again that is over',
  description: 'It is looked at again, and keeps the day on which it was first public.',
  request: { params, ...asRead },
  responses: { 200: stands, ...refusals },
});

const withdraw = createRoute({
  ...PRESS,
  path: '/api/hire/posts/{id}/withdraw',
  summary: 'Take back what waits for a moderator',
  request: { params, ...nothing },
  responses: { 200: stands, ...refusals },
});

const stop = createRoute({
  ...PRESS,
  path: '/api/hire/posts/{id}/stop',
  summary: 'Take a post out of the public, at once',
  request: { params, ...nothing },
  responses: { 200: stands, ...refusals },
});

const resume = createRoute({
  ...PRESS,
  path: '/api/hire/posts/{id}/resume',
  summary: 'Bring a stopped post back, at once',
  request: { params, ...nothing },
  responses: { 200: stands, ...refusals },
});

const copy = createRoute({
  ...PRESS,
  path: '/api/hire/posts/{id}/copy',
  summary: 'Begin a post of the same words, with the same picture',
  description:
    'For the same employer, or for `employer`, one that you work for. While the one it was copied from is public, and for 30 days after, the copy carries its day. Without an account it is a draft of this browser, whose address is confirmed as that of every new one.',
  request: { params, ...jsonBody(z.strictObject({ employer: z.string().max(40).optional() })) },
  responses: { 201: jsonAnswer('Begun.', z.object({ id: z.string() })), ...refusals },
});

const answer = createRoute({
  ...PRESS,
  path: '/api/hire/posts/{id}/answer',
  summary: 'Answer what a moderator has asked',
  request: {
    params,
    ...jsonBody(
      z.strictObject({
        text: z.string().trim().min(1, 'posts.answer-missing').max(LONGEST_ANSWER, 'posts.answer-too-long'),
      }),
    ),
  },
  responses: { 200: stands, ...refusals },
});

const remove = createRoute({
  ...PRESS,
  path: '/api/hire/posts/{id}/delete',
  summary: 'Delete a post, with everything that hangs on it',
  description: 'At once, from every state. Files of pictures are gone within a day.',
  request: { params, ...nothing },
  responses: { 200: jsonAnswer('It is gone.', z.object({ is: z.literal('gone') })), ...refusals },
});

const picture = createRoute({
  ...ANYONE,
  method: 'post',
  path: '/api/hire/posts/{id}/pictures',
  summary: 'Give a picture for a post',
  description:
    'A form (multipart/form-data) with the file `picture`: PNG, JPEG or WebP. It is made anew, and stands in the draft from then on.',
  middleware: [onlyParameters(), smallPicture] as const,
  request: { params },
  responses: { 201: jsonAnswer('Taken.', z.object({ picture: z.string(), version: z.int() })), ...refusals },
});

/** What authors do with their posts: validate, call, present. */
export const postActRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(submit, async (c) => {
    const asked = await postToChange(c, c.req.valid('param').id);
    await submitPost(c.var.container, { ...asked, ...c.req.valid('json') });
    return c.json(await seePost(c.var.container, asked), 200, PRIVATE);
  })
  .openapi(relist, async (c) => {
    const asked = await postToChange(c, c.req.valid('param').id);
    await submitPost(c.var.container, { ...asked, ...c.req.valid('json'), act: 'relist' });
    return c.json(await seePost(c.var.container, asked), 200, PRIVATE);
  })
  .openapi(withdraw, async (c) => {
    const asked = await postToChange(c, c.req.valid('param').id);
    await withdrawPost(c.var.container, asked);
    return c.json(await seePost(c.var.container, asked), 200, PRIVATE);
  })
  .openapi(stop, async (c) => {
    const asked = await postToChange(c, c.req.valid('param').id);
    await stopPost(c.var.container, asked);
    return c.json(await seePost(c.var.container, asked), 200, PRIVATE);
  })
  .openapi(resume, async (c) => {
    const asked = await postToChange(c, c.req.valid('param').id);
    await resumePost(c.var.container, asked);
    return c.json(await seePost(c.var.container, asked), 200, PRIVATE);
  })
  .openapi(copy, async (c) => {
    const asked = await postToChange(c, c.req.valid('param').id);
    const { employer: employerId = null } = c.req.valid('json');
    return c.json({ id: await copyPost(c.var.container, { ...asked, employerId, copier: () => authorBeginning(c) }) }, 201, PRIVATE);
  })
  .openapi(answer, async (c) => {
    const asked = await postToChange(c, c.req.valid('param').id);
    await answerQuestion(c.var.container, { ...asked, ...c.req.valid('json') });
    return c.json(await seePost(c.var.container, asked), 200, PRIVATE);
  })
  .openapi(picture, async (c) => {
    const asked = await postToChange(c, c.req.valid('param').id);
    return c.json(await givePostPicture(c.var.container, { ...asked, bytes: await pictureIn(c) }), 201, PRIVATE);
  })
  .openapi(remove, async (c) => {
    await deletePost(c.var.container, await postToDelete(c, c.req.valid('param').id));
    return c.json({ is: 'gone' } as const, 200, PRIVATE);
  });
