import { Link } from '@tanstack/react-router';
import { type Block, blocks, spans } from '@/lib/markdown';
import styles from './Prose.module.css';

interface Props {
  text: string;
  /** Agents whose names become links. */
  agents?: readonly string[];
}

const nobody: readonly string[] = [];

/** What an agent is told, or says, as a page. */
export function Prose({ text, agents = nobody }: Props) {
  return (
    <div className={styles.prose}>
      {blocks(text).map((block, index) => (
        <BlockView key={index} block={block} agents={agents} />
      ))}
    </div>
  );
}

function BlockView({ block, agents }: { block: Block; agents: readonly string[] }) {
  switch (block.kind) {
    case 'heading':
      // The page has the first two levels.
      return block.level <= 2 ? (
        <h3>
          <Words text={block.text} agents={agents} />
        </h3>
      ) : (
        <h4>
          <Words text={block.text} agents={agents} />
        </h4>
      );
    case 'code':
      return (
        <pre tabIndex={0}>
          <code>{block.text}</code>
        </pre>
      );
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List>
          {block.items.map((item, index) => (
            <li key={index}>
              <Words text={item} agents={agents} />
            </li>
          ))}
        </List>
      );
    }
    case 'quote':
      return (
        <blockquote>
          <Words text={block.text} agents={agents} />
        </blockquote>
      );
    case 'paragraph':
      return (
        <p>
          <Words text={block.text} agents={agents} />
        </p>
      );
  }
}

/** A line of text with its code, its stresses, and links to the agents that it names. */
export function Words({ text, agents = nobody }: Props) {
  return spans(text).map((span, index) => {
    switch (span.kind) {
      case 'text':
        return span.text;
      case 'strong':
        return <strong key={index}>{span.text}</strong>;
      case 'emphasis':
        return <em key={index}>{span.text}</em>;
      case 'code':
        return agents.includes(span.text) ? (
          <Link key={index} to="/agents/$name" params={{ name: span.text }}>
            {span.text}
          </Link>
        ) : (
          <code key={index}>{span.text}</code>
        );
      case 'link':
        return (
          <a key={index} href={span.href} target="_blank" rel="noreferrer noopener">
            {span.text}
          </a>
        );
      case 'mention':
        return span.text;
    }
  });
}
