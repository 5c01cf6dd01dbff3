import { expect, test } from 'vitest';
import { statementsOf } from '#db/migration/statements.ts';

test('statements end at their semicolons', () => {
  expect(statementsOf('create table a (b);\n\ncreate table c (d);\n')).toEqual(['create table a (b)', 'create table c (d)']);
});

test('the semicolons inside a trigger belong to it', () => {
  const trigger = 'create trigger t after insert on a\nbegin\n  delete from b;\n  delete from c;\nend';
  expect(statementsOf(`${trigger};\ncreate view v as select 1;`)).toEqual([trigger, 'create view v as select 1']);
});

test('a case inside a trigger does not end it', () => {
  const trigger = "create trigger t after insert on a begin select case when 1 then 'end;' end; delete from b; end";
  expect(statementsOf(`${trigger}; select 1;`)).toEqual([trigger, 'select 1']);
});

test('semicolons in texts, names and comments end nothing', () => {
  expect(statementsOf(`insert into a values (';', 'it''s;'); -- one; more\nselect ";" /* ; */ from a;`)).toEqual([
    "insert into a values (';', 'it''s;')",
    'select ";"  from a',
  ]);
});

test('a file that breaks off is refused', () => {
  expect(() => statementsOf('create view v as select 1')).toThrow('does not end with a semicolon');
});
