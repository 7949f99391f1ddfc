import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button, IconButton } from './button';
import { cx } from './cx';
import styles from './popover.module.css';

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly children: ReactNode;
  /** Buttons at the foot, the main one last. */
  readonly footer?: ReactNode;
  readonly size?: 'normal' | 'wide' | undefined;
  /** Escape and a click outside close it unless this is false. */
  readonly isDismissable?: boolean | undefined;
}

/** A modal dialog: focus stays inside and goes back where it came from. */
export function Dialog({
  title,
  isOpen,
  onOpenChange,
  children,
  footer,
  size = 'normal',
  isDismissable = true,
}: DialogProps) {
  const { t } = useTranslation('common');
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable={isDismissable}
      className={styles['overlay'] ?? ''}
    >
      <Modal className={cx(styles['modal'], size === 'wide' && styles['wide'])}>
        <AriaDialog className={styles['dialog'] ?? ''}>
          <header className={styles['dialogHead']}>
            <Heading slot="title" level={2} className={styles['dialogTitle'] ?? ''}>
              {title}
            </Heading>
            <IconButton
              icon={X}
              size="small"
              label={t('action.close')}
              onPress={() => {
                onOpenChange(false);
              }}
            />
          </header>
          <div className={styles['dialogBody']}>{children}</div>
          {footer ? <footer className={styles['dialogFoot']}>{footer}</footer> : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

export interface AlertDialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly children?: ReactNode;
  readonly confirmLabel: string;
  readonly onConfirm: () => void;
  readonly tone?: 'primary' | 'danger' | undefined;
  readonly isConfirmDisabled?: boolean | undefined;
}

/** Asks before something that matters; the safe answer has the focus. */
export function AlertDialog(props: AlertDialogProps) {
  const {
    title,
    isOpen,
    onOpenChange,
    children,
    confirmLabel,
    onConfirm,
    tone = 'danger',
    isConfirmDisabled = false,
  } = props;
  const { t } = useTranslation('common');
  return (
    <ModalOverlay isOpen={isOpen} onOpenChange={onOpenChange} className={styles['overlay'] ?? ''}>
      <Modal className={styles['modal'] ?? ''}>
        <AriaDialog role="alertdialog" className={styles['dialog'] ?? ''}>
          <header className={styles['dialogHead']}>
            <Heading slot="title" level={2} className={styles['dialogTitle'] ?? ''}>
              {title}
            </Heading>
          </header>
          <div className={styles['dialogBody']}>{children}</div>
          <footer className={styles['dialogFoot']}>
            <Button
              // eslint-disable-next-line jsx-a11y/no-autofocus -- the safe answer first: Enter on an unread question must change nothing
              autoFocus
              onPress={() => {
                onOpenChange(false);
              }}
            >
              {t('action.cancel')}
            </Button>
            <Button
              variant={tone}
              isDisabled={isConfirmDisabled}
              onPress={() => {
                onConfirm();
                onOpenChange(false);
              }}
            >
              {confirmLabel}
            </Button>
          </footer>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
