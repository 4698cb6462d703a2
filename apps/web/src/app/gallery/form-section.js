import {
  Button,
  Group,
  NumberInput,
  Paper,
  PasswordInput,
  Select,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useState } from 'react';
import { FieldHint } from '../../ui/field-hint.tsx';
import { RankList } from '../../ui/rank-list.tsx';
import { SaveState } from '../../ui/save-state.tsx';
import { TagPicker } from '../../ui/tag-picker.tsx';
import { useAutosave } from '../../ui/use-autosave.ts';

const WORDS = [
  { id: 'js', label: 'JavaScript', aliases: ['JS'] },
  { id: 'lead', label: 'Leading people' },
  { id: 'neg', label: 'Negotiating' },
  { id: 'care', label: 'Nursing' },
];
/** Fields, tags, ranks, saving as one types. */
export function FormSection() {
  const [tags, setTags] = useState([
    { id: 'js', label: 'JavaScript' },
    { id: null, label: 'Beekeeping' },
  ]);
  const [ranks, setRanks] = useState(
    ['Max Müller', 'Noor Haddad', 'Ōe Kenzaburō'].map((label) => ({ id: label, label })),
  );
  const [fails, setFails] = useState(false);
  const autosave = useAutosave(async () => {
    await new Promise((done) => setTimeout(done, 600));
    if (fails) throw new Error('no');
  });
  return (
    <Paper withBorder p="lg">
      <Stack>
        <Group justify="space-between">
          <SaveState saving={autosave.saving} />
          <Button size="sm" variant="default" onClick={() => setFails(!fails)}>
            {fails ? 'Let saving work' : 'Let saving fail'}
          </Button>
        </Group>
        <div>
          <TextInput
            label="What would you like to be different in a year?"
            placeholder="In your own words"
            onChange={(event) => autosave.change(event.currentTarget.value)}
            onBlur={autosave.flush}
          />
          <FieldHint kind="seen">Seen by people who are proposed to you.</FieldHint>
        </div>
        <TextInput
          label="E-mail"
          defaultValue="ada.example.org"
          error="This does not look like an address."
        />
        <PasswordInput label="Password" visibilityToggleButtonProps={{ 'aria-label': 'Show the password' }} />
        <Select label="Country" data={['Austria', 'Germany', 'Switzerland']} defaultValue="Austria" />
        <NumberInput label="Seats" description="Leave it empty when you do not know yet." defaultValue={2} />
        <Textarea label="Boundaries" autosize minRows={3} />
        <TagPicker
          label="Skills"
          description="What you would like to learn."
          options={WORDS}
          value={tags}
          onChange={setTags}
          allowNew
        />
        <RankList
          label="Your wishes"
          items={ranks}
          onReorder={(ids) => setRanks(ids.flatMap((id) => ranks.filter((rank) => rank.id === id)))}
          onRemove={(id) => setRanks(ranks.filter((rank) => rank.id !== id))}
        />
      </Stack>
    </Paper>
  );
}
