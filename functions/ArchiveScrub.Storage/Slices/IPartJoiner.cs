namespace ArchiveScrub.Storage;

/// <summary>A store that can put together a result from results of another store without moving their bytes through this machine.</summary>
public interface IPartJoiner
{
    /// <summary>Writes a result that is other results one after the other, in place of an earlier one of the name.</summary>
    /// <param name="name">Name of the result.</param>
    /// <param name="mediaType">Its media type.</param>
    /// <param name="parts">The store of the parts.</param>
    /// <param name="partNames">The parts, in order.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>False where it cannot be done in this way; nothing is written then.</returns>
    Task<bool> TryJoinAsync(string name, string mediaType, IResultStore parts, IReadOnlyList<string> partNames, CancellationToken cancellationToken);
}
