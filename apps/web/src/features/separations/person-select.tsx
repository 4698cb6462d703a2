import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { MemberId, ProgramId } from '@trellis/domain/ids';
import { trpc } from '../../api/client.ts';

/** One of the people of a program, on either side, found by name. */
export function PersonSelect(props: {
  label: string;
  programId: ProgramId;
  value: MemberId | null;
  onChange: (value: MemberId | null) => void;
  error: string | null;
}) {
  const { programId } = props;
  const readiness = useQuery(trpc.programs.readiness.queryOptions({ programId }));
  const sides = readiness.data ? [...readiness.data.requests, ...readiness.data.offers] : [];
  const people = new Map(sides.map(({ memberId, name }) => [memberId, name]));
  return (
    <Select
      label={props.label}
      searchable
      clearable
      limit={50}
      data={[...people].map(([value, label]) => ({ value, label }))}
      value={props.value}
      onChange={(value) => props.onChange(value as MemberId | null)}
      error={props.error}
    />
  );
}
