using System.Diagnostics;
using System.Net;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.House.Killing;

/// <summary>A second node of a market: the real program in a process of its own, on the same database and folder, that is killed or stopped at one moment.</summary>
internal sealed class HaltedProgram : IAsyncDisposable
{
    private const int Killed = 128 + 9;

    private readonly Market _market;
    private readonly Process _process;
    private readonly string _url;
    private readonly string _folder;
    private readonly Task<string> _said;

    private HaltedProgram(Market market, Process process, string url, string folder)
        => (_market, _process, _url, _folder, _said) = (market, process, url, folder, process.StandardOutput.ReadToEndAsync());

    /// <summary>How many mails it has sent, by their ids.</summary>
    public IReadOnlyList<Guid> Mails
        => Directory.Exists(Path.Combine(_folder, "mail"))
            ? [.. Directory.EnumerateFiles(Path.Combine(_folder, "mail"), "*.eml").Select(f => Guid.Parse(Path.GetFileNameWithoutExtension(f).Split('-')[^1]))]
            : [];

    /// <summary>Starts it; the market's clock is set to the machine's, which the program goes by.</summary>
    /// <param name="moment">«signal|moment|count|statement», see <see cref="StartupHook"/>; null: it goes on and on.</param>
    public static HaltedProgram Start(Market market, string? moment, params (string Key, string Value)[] settings)
    {
        market.Clock.SetUtcNow(DateTimeOffset.UtcNow);
        var folder = market.Services.GetRequiredService<MarketSettings>().DataDirectory;
        var url = $"http://127.0.0.1:{Ports.Free()}";
        List<(string, string)> all =
        [
            ("ASPNETCORE_ENVIRONMENT", "Development"), ("ASPNETCORE_URLS", url), ("Market__PublicUrl", url), ("Market__Demo", "false"), ("RateLimits__Factor", "1000"),
            ("Database__Provider", market.Provider.ToString()), ("ConnectionStrings__Market", market.Connection), ("Logging__LogLevel__Default", "Warning"), .. settings,
        ];
        if (moment is not null)
            all.AddRange([("DOTNET_STARTUP_HOOKS", typeof(HaltedProgram).Assembly.Location), (StartupHook.Variable, moment)]);
        return new(market, ProgramRun.Start(folder, "serve", [.. all]), url, folder);
    }

    /// <summary>A browser in which somebody is signed in at this node, once it answers.</summary>
    /// <param name="person">Null: a guest.</param>
    public async Task<Browser> BrowserAsync(PersonId? person = null)
    {
        CookieContainer jar = new();
        if (person is { } signedIn)
            jar.Add(new Uri(_url), new Cookie("cm-session", await _market.SessionFor(signedIn)));
        HttpClient client = new(new HttpClientHandler { CookieContainer = jar, AllowAutoRedirect = false }) { BaseAddress = new(_url) };
        for (var patience = 0; ; patience++)
        {
            try
            {
                (await client.GetAsync("/healthz")).Dispose();
                return new(client);
            }
            catch (HttpRequestException) when (patience < 600 && !_process.HasExited)
            {
                await Task.Delay(100);
            }
        }
    }

    /// <summary>Waits until it was killed.</summary>
    public async Task IsKilledAsync()
    {
        using CancellationTokenSource patience = new(TimeSpan.FromMinutes(1));
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException e)
        {
            _process.Kill();
            throw new TimeoutException($"It goes on and on. {await _said}", e);
        }

        _process.ExitCode.ShouldBe(Killed, await _said);
    }

    /// <summary>Waits until it was stopped.</summary>
    public async Task IsStoppedAsync()
    {
        for (var patience = 0; await StateAsync() != 'T'; patience++)
        {
            patience.ShouldBeLessThan(600);
            await Task.Delay(100);
        }
    }

    /// <summary>Lets it go on where it was stopped.</summary>
    public Task GoOnAsync() => Process.Start("kill", ["-CONT", $"{_process.Id}"]).WaitForExitAsync();

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    // The letter behind the name in brackets, proc(5).
    private async Task<char> StateAsync() => (await File.ReadAllTextAsync($"/proc/{_process.Id}/stat")).Split(')')[^1].Trim()[0];
}
