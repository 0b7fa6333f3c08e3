namespace ArchiveScrub.Blocks.Html;

/// <summary>What a stretch of HTML source is.</summary>
internal enum HtmlTokenKind
{
    /// <summary>Text, character references not decoded.</summary>
    Text,

    /// <summary>The content of an element whose content is not markup (<c>script</c>, <c>title</c>).</summary>
    RawText,

    /// <summary>A start tag.</summary>
    StartTag,

    /// <summary>An end tag.</summary>
    EndTag,

    /// <summary>A comment, a document type, a processing instruction.</summary>
    Comment,
}
