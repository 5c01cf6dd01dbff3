import type { Send } from '#site/api/api-client.ts';

/** What the readable page needs of an OpenAPI document. */
interface OpenApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, OpenApiOperation>>>>;
}

interface OpenApiOperation {
  readonly summary?: string;
  readonly description?: string;
  readonly parameters?: readonly OpenApiParameter[];
  readonly responses?: Readonly<Record<string, { readonly description?: string }>>;
}

interface OpenApiParameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: OpenApiSchema;
}

interface OpenApiSchema {
  readonly enum?: readonly string[];
  readonly items?: { readonly enum?: readonly string[] };
  readonly description?: string;
}

export interface Parameter {
  readonly name: string;
  readonly required: boolean;
  readonly description: string;
  readonly values: readonly string[];
}

export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  readonly parameters: readonly Parameter[];
  readonly answers: readonly { readonly status: string; readonly description: string }[];
}

/** Every operation of the API, in the order of its own description. */
export async function readOpenApi(send: Send): Promise<readonly Operation[]> {
  const document = await documentOf(await send('/api/openapi.json'));
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => operationOf({ method: method.toUpperCase(), path, operation })),
  );
}

/** Safe because the document is made from the routes of this same build. */
function documentOf(response: Response): Promise<OpenApiDocument> {
  return response.json() as Promise<OpenApiDocument>;
}

function operationOf({ method, path, operation }: { method: string; path: string; operation: OpenApiOperation }): Operation {
  const { summary = '', description = '', parameters = [], responses = {} } = operation;
  return {
    method,
    path,
    summary,
    description,
    parameters: parameters.map(parameterOf),
    answers: Object.entries(responses).map(([status, answer]) => ({ status, description: answer.description ?? '' })),
  };
}

function parameterOf({ name, required = false, description, schema }: OpenApiParameter): Parameter {
  return { name, required, description: description ?? schema?.description ?? '', values: schema?.enum ?? schema?.items?.enum ?? [] };
}
