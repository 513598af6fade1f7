import { useInstance } from '@/api/instance';
import { Logo } from './Logo';

/** The mark of this installation: its own where it has one, else ours. */
export function Brand({ size = 24 }: { size?: number }) {
  const logo = useInstance()?.logo_url;
  if (!logo) return <Logo size={size} />;
  return <img src={logo} width={size} height={size} alt="" style={{ objectFit: 'contain' }} />;
}
