using Microsoft.Playwright;
using Xunit;

namespace ArchiveScrub.Report.Tests;

/// <summary>A report in a browser.</summary>
public sealed class OpenReport : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _requests = [];
    private readonly List<string> _errors = [];

    internal OpenReport(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.Request += (_, request) => _requests.Add(request.Url);
        page.PageError += (_, error) => _errors.Add(error);
        page.Dialog += (_, dialog) =>
        {
            _errors.Add("dialog: " + dialog.Message);
            _ = dialog.DismissAsync();
        };
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _errors.Add(message.Text);
            }
        };
    }

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>How many blocks or rows are shown.</summary>
    public async Task<int> ShownAsync(string selector) => await Page.Locator(selector).CountAsync();

    /// <summary>Nothing was asked for but the file itself, and nothing went wrong.</summary>
    public void AssertQuiet()
    {
        Assert.Empty(_errors);
        Assert.StartsWith("file:", Assert.Single(_requests), StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
