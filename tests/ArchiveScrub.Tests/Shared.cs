using Xunit;

namespace ArchiveScrub.Tests;

/// <summary>The material that stands beside the repository on a developer's machine and is not part of it.</summary>
internal static class Shared
{
    /// <summary>A folder of it by name (<c>corpus</c>, <c>seeds</c>), or null where it is absent.</summary>
    public static string? Find(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ArchiveScrub.sln")))
            {
                var shared = Path.GetFullPath(Path.Combine(folder.FullName, "..", "shared", name));
                return Directory.Exists(shared) ? shared : null;
            }
        }

        return null;
    }

    /// <summary>A folder of it by name, for tests that are skipped without it.</summary>
    public static string Require(string name) => Find(name) ?? throw new DirectoryNotFoundException($"../shared/{name} is absent");
}

/// <summary>A test that needs a folder of the shared material and is skipped, with a message, where it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute(string name)
    {
        Name = name;
        if (Shared.Find(name) is null)
        {
            Skip = $"../shared/{name} is absent";
        }
    }

    public string Name { get; }
}
