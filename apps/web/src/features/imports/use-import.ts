import { useMutation, useQuery } from '@tanstack/react-query';
import type { ImportId, ProgramId } from '@trellis/domain/ids';
import type { ImportDecisions } from '@trellis/domain/imports/inputs';
import type { ImportKind } from '@trellis/domain/imports/kinds';
import type { ImportMapping } from '@trellis/domain/imports/mapping';
import type { ImportReport, ImportView, UploadedFile } from '@trellis/domain/imports/views';
import { useState } from 'react';
import { queryClient, trpc } from '../../api/client.ts';
import { readAsBase64 } from './file-content.ts';

const NO_DECISIONS: ImportDecisions = { values: [], people: [] };

/** One import from the file to its result: what is known, and what a person can do next. */
export function useImport() {
  const [file, setFile] = useState<File | null>(null);
  const [uploaded, setUploaded] = useState<UploadedFile | null>(null);
  const [view, setView] = useState<ImportView | null>(null);
  const [decisions, setDecisions] = useState(NO_DECISIONS);
  const [report, setReport] = useState<ImportReport | null>(null);

  const upload = useMutation(trpc.imports.upload.mutationOptions());
  const change = useMutation(trpc.imports.change.mutationOptions());
  const carryOut = useMutation(trpc.imports.carryOut.mutationOptions());
  const discard = useMutation(trpc.imports.discard.mutationOptions());
  const importId = view?.id ?? null;
  const readable = view !== null && view.missing.length === 0 && report === null;
  const preview = useQuery({
    ...trpc.imports.preview.queryOptions({ importId: importId ?? ('' as ImportId) }),
    enabled: readable,
    placeholderData: (last) => last,
  });

  async function send(next: File, kind: ImportKind, programId: ProgramId | null, sheet: string | null) {
    setFile(next);
    const answer = await upload.mutateAsync({
      kind,
      programId,
      fileName: next.name,
      content: await readAsBase64(next),
      sheet,
      replaces: importId,
    });
    setUploaded(answer);
    setView(answer.view);
    setDecisions(NO_DECISIONS);
    setReport(null);
  }

  async function save(what: { mapping?: ImportMapping; decisions?: ImportDecisions }) {
    if (importId === null) return;
    setView(await change.mutateAsync({ importId, ...what }));
    await queryClient.invalidateQueries({ queryKey: trpc.imports.preview.queryKey({ importId }) });
  }

  return {
    file,
    uploaded,
    view,
    report,
    decisions,
    preview,
    upload,
    change,
    carryOut,
    send,
    /** Shows the choice at once and keeps it on the server. */
    map(mapping: ImportMapping) {
      if (view) setView({ ...view, mapping });
      void save({ mapping });
    },
    decide(next: ImportDecisions) {
      setDecisions(next);
      void save({ decisions: next });
    },
    async bringIn() {
      if (importId === null) return;
      const done = await carryOut.mutateAsync({ importId });
      setReport(done.report);
      await queryClient.invalidateQueries();
    },
    startAgain() {
      if (importId !== null && report === null) discard.mutate({ importId });
      setFile(null);
      setUploaded(null);
      setView(null);
      setReport(null);
      upload.reset();
      change.reset();
      carryOut.reset();
    },
  };
}

export type ImportState = ReturnType<typeof useImport>;
