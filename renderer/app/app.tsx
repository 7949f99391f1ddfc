import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import i18next from 'i18next';
import { useEffect } from 'react';
import { call } from '../lib/client';
import { createQueryClient, followChanges, setFailureReporter } from '../lib/queries';
import { SlotContext } from '../lib/slots';
import { failureWords, setClipboardWriter, toast } from '../ui';
import { slotFillings } from './features';
import { router } from './router';

const client = createQueryClient();

setFailureReporter((failure) => {
  toast({ text: failureWords(i18next, failure), tone: 'warn' });
});

setClipboardWriter(async (text, html) => {
  const result = await call('desktop.copyText', html === undefined ? { text } : { text, html });
  if (!result.ok) throw new Error(result.error.code);
});

/** The whole window. */
export function App() {
  useEffect(() => followChanges(client), []);
  return (
    <QueryClientProvider client={client}>
      <SlotContext value={slotFillings}>
        <RouterProvider router={router} />
      </SlotContext>
    </QueryClientProvider>
  );
}
