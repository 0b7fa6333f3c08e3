namespace ArchiveScrub.Datelines;

/// <summary>How the name of a place must be written to be taken for one.</summary>
internal enum PlaceForm
{
    /// <summary>Capitals; regions after commas may be in title case.</summary>
    Upper,

    /// <summary>Title case or capitals.</summary>
    Title,

    /// <summary>Any case.</summary>
    Small,
}
