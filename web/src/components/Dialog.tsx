import { Modal, type ModalProps } from '@mantine/core';
import { Behaviour } from './Behaviour';

/** What must be answered or closed before the page goes on. */
export function Dialog(props: ModalProps) {
  return (
    <Behaviour>
      <Modal {...props} />
    </Behaviour>
  );
}
