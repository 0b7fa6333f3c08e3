using ArchiveScrub.Quality.Seeds;
using Xunit;

namespace ArchiveScrub.Tests;

public sealed class SeedTests
{
    [SharedFact("seeds")]
    public void Every_seed_capture_comes_out_exactly_as_expected()
    {
        var differences = SeedChecker.Check(Shared.Require("seeds"));
        Assert.NotEmpty(differences);
        Assert.All(differences, seed => Assert.Empty(seed.Value));
    }
}
