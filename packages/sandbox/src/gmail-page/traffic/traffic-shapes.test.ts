import { expect, test } from 'vitest';

import { recording } from '../sync/recordings.ts';
import { trafficShape, trafficVariants } from './traffic-shapes.ts';

const request: unknown = JSON.parse(recording('cvOnSend_request'));
const answer: unknown = JSON.parse(recording('cvOnSend_response'));

test.each(trafficVariants())('%s: what one end writes, the other reads', (name) => {
  const shape = trafficShape(name);
  expect(shape.readRequest(shape.writeRequest(request))).toEqual(request);
  expect(shape.readAnswer(shape.writeAnswer(answer))).toEqual(answer);
});

test.each(trafficVariants())('%s: somebody who watches sees a difference', (name) => {
  const shape = trafficShape(name);
  const seen = [
    shape.requestPrefix + JSON.stringify(shape.writeRequest(request)),
    shape.answerPrefix + JSON.stringify(shape.writeAnswer(answer)),
    shape.endpoint,
    shape.by,
    shape.lateMs,
  ];
  expect(seen).not.toEqual([JSON.stringify(request), JSON.stringify(answer), 's', 'xhr', 0]);
});
