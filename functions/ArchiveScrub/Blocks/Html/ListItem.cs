namespace ArchiveScrub.Blocks.Html;

/// <summary>An open list item: the first block in it is the item, later ones are what they are.</summary>
internal sealed class ListItem
{
    /// <summary>Depth of its list, from 1.</summary>
    public required int Depth { get; init; }

    /// <summary>Whether a browser shows it.</summary>
    public required BlockVisibility Visibility { get; init; }

    /// <summary>Whether its first block has been made.</summary>
    public bool IsUsed { get; set; }
}
