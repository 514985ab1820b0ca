import { isDeepStrictEqual } from 'node:util';

/**
 * Prints what became of the work, and says whether it is what one machine would have made of it.
 *
 * @param run `before` and `after` the death of a host: the jobs that were done; `given`: jobs and the hosts they went to
 */
export const report = ({ hosts, dying, given, before, after, code, spread, alone }) => {
  const jobs = [...before, ...after];
  const elsewhere = (list) =>
    list.filter(({ number, host }) => jobs.some((job) => job.number === number && job.host !== host));
  const on = (list, name) => list.filter(({ host }) => host === name).length;
  const row = ({ name, begun }) => ({
    [`jobs done before ${dying.name} died`]: on(before, name),
    'done after it': on(after, name),
    'given here in vain, done elsewhere': on(elsewhere(given), name),
    'of them begun': elsewhere(begun()).length,
  });
  console.table(Object.fromEntries(hosts.map((host) => [host.name, row(host)])));
  console.table({ 'on two hosts': spread, 'on one machine': alone });

  const faults = {
    'the commands failed': code !== 0,
    'no job was cut off by the death of the host': elsewhere(dying.begun()).length === 0,
    'a job is noted twice': new Set(jobs.map(({ number }) => number)).size < jobs.length,
    'a paper is there twice': spread?.titles !== spread?.papers,
    'the results differ': !isDeepStrictEqual(spread, alone),
  };
  const found = Object.keys(faults).filter((fault) => faults[fault]);
  console.log(`${jobs.length} jobs: ${found.length > 0 ? found.join('; ') : 'nothing lost, nothing double'}`);
  return found.length === 0;
};
