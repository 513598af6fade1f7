import { type Block, blocks, spans } from '@/lib/markdown';
import styles from './Comments.module.css';

/** A comment's markdown as elements; no markup of its own ever reaches the page. */
export function CommentText({ text, names }: { text: string; names: readonly string[] }) {
  return (
    <div className={styles.text}>
      {blocks(text).map((block, index) => (
        <BlockView key={index} block={block} names={names} />
      ))}
    </div>
  );
}

function BlockView({ block, names }: { block: Block; names: readonly string[] }) {
  switch (block.kind) {
    case 'code':
      return (
        <pre tabIndex={0}>
          <code>{block.text}</code>
        </pre>
      );
    case 'quote':
      return (
        <blockquote>
          <Words text={block.text} names={names} />
        </blockquote>
      );
    case 'heading':
      return (
        <p>
          <strong>
            <Words text={block.text} names={names} />
          </strong>
        </p>
      );
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List>
          {block.items.map((item, index) => (
            <li key={index}>
              <Words text={item} names={names} />
            </li>
          ))}
        </List>
      );
    }
    case 'paragraph':
      return (
        <p>
          <Words text={block.text} names={names} />
        </p>
      );
  }
}

function Words({ text, names }: { text: string; names: readonly string[] }) {
  return spans(text, names).map((span, index) => {
    switch (span.kind) {
      case 'text':
        return span.text;
      case 'strong':
        return <strong key={index}>{span.text}</strong>;
      case 'emphasis':
        return <em key={index}>{span.text}</em>;
      case 'code':
        return <code key={index}>{span.text}</code>;
      case 'mention':
        return (
          <span key={index} className={styles.mention}>
            {span.text}
          </span>
        );
      case 'link':
        return (
          <a key={index} href={span.href} target="_blank" rel="noreferrer noopener">
            {span.text}
          </a>
        );
    }
  });
}
