import type { z } from 'zod';
import { libraryContract } from './library';
import { collectionsContract } from './collections';
import { tagsContract } from './tags';
import { notesContract } from './notes';
import { settingsContract } from './settings';
import { historyContract } from './history';
import { jobsContract } from './jobs';
import { backupContract } from './backup';
import { filesContract } from './files';
import { importContract } from './import';
import { searchContract } from './search';
import { annotationContract } from './annotation';
import { learnContract } from './learn';
import { appraisalContract } from './appraisal';
import { inquiryContract } from './inquiry';
import { dataContract } from './data';
import { reportContract } from './report';
import { citationContract } from './citation';
import { exchangeContract } from './exchange';
import { duplicatesContract } from './duplicates';
import { checksContract } from './checks';
import { healthContract } from './health';
import { onlineContract } from './online';
import { searchesContract } from './searches';
import { readingContract } from './reading';
import { trashContract } from './trash';
import { desktopContract } from './desktop';

/** The whole process contract: name -> input and output schema. Both ends import it; nothing else crosses the boundary. */
export const contract = {
  ...libraryContract,
  ...collectionsContract,
  ...tagsContract,
  ...notesContract,
  ...settingsContract,
  ...historyContract,
  ...jobsContract,
  ...backupContract,
  ...filesContract,
  ...importContract,
  ...searchContract,
  ...annotationContract,
  ...learnContract,
  ...appraisalContract,
  ...inquiryContract,
  ...dataContract,
  ...reportContract,
  ...citationContract,
  ...exchangeContract,
  ...duplicatesContract,
  ...checksContract,
  ...healthContract,
  ...onlineContract,
  ...searchesContract,
  ...readingContract,
  ...trashContract,
  ...desktopContract,
};

export type Contract = typeof contract;
export type CallName = keyof Contract;
/** What a caller passes. */
export type CallInput<Name extends CallName> = z.input<Contract[Name]['input']>;
/** What a handler receives, parsed. */
export type CallParsed<Name extends CallName> = z.output<Contract[Name]['input']>;
/** What a caller gets inside a Result. */
export type CallOutput<Name extends CallName> = z.output<Contract[Name]['output']>;
/** Calls that main answers itself (dialogs, windows); all others go to the library process. */
export type MainCallName = Extract<CallName, `desktop.${string}`>;
export type LibraryCallName = Exclude<CallName, MainCallName>;

/** @param name any string @returns whether the contract has such a call */
export function isCallName(name: string): name is CallName {
  return Object.hasOwn(contract, name);
}

/** @param name a call name @returns whether main answers it itself */
export function isMainCall(name: CallName): name is MainCallName {
  return name.startsWith('desktop.');
}
