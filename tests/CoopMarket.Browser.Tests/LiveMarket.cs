using System.Net;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Accounts;
using CoopMarket.Web.Features.Settlement;
using CoopMarket.Web.Features.Shipping;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Payments;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CoopMarket.Browser.Tests;

/// <summary>The market on a real port of this machine, for a real browser; without the demo, on a fresh SQLite database.</summary>
internal sealed class LiveMarket : Market
{
    /// <summary>The password of everybody who is not made by a form.</summary>
    public const string Password = "mưa rừng trên nương chè";

    private static int _people;

    private LiveMarket(string folder, string connection, string address, Dictionary<string, string?> settings)
        : base(new(DatabaseProvider.Sqlite, folder, connection, kind: null), settings)
        => Url = address;

    /// <summary>Where it listens.</summary>
    public string Url { get; }

    protected override string EnvironmentName => "Development";

    /// <summary>Its sentences, which note what French lacks and speak strangely where they are asked to.</summary>
    public StrangeWords Words => (StrangeWords)Services.GetRequiredService<Words>();

    /// <param name="settings">Beside the usual ones.</param>
    public static async Task<LiveMarket> OpenAsync(params (string Key, string Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("coopmarket-browser-").FullName;
        var connection = await TestDatabases.FreshAsync(DatabaseProvider.Sqlite, folder);
        var port = Ports.Free();
        var address = $"http://127.0.0.1:{port}";
        Dictionary<string, string?> all = new(StringComparer.Ordinal)
        {
            ["Market:PublicUrl"] = address,
            ["Market:Demo"] = "false",
            ["BankTransfer:Bin"] = "970405",
            ["BankTransfer:AccountNumber"] = PaymentsFactory.Account,
            ["BankTransfer:AccountName"] = "COOPMARKET",
            ["BankTransfer:SePay:ApiKey"] = PaymentsFactory.Key,
        };
        foreach (var (key, value) in settings)
            all[key] = value;
        var market = new LiveMarket(folder, connection, address, all);
        market.UseKestrel(port);
        market.StartServer();
        (await market.SendAsync(new EnsureRules.Command(Actor.Job("tests")))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new EnsureTaxRates.Command(Actor.Job("tests")))).IsDone.ShouldBeTrue();
        return market;
    }

    /// <summary>A person with an account who can sign in by her e-mail and <see cref="Password"/>.</summary>
    public async Task<(PersonId Id, string Email)> PersonWithPasswordAsync(string name)
    {
        var email = $"live{Interlocked.Increment(ref _people)}@thu.test";
        var made = await SendAsync(new RegisterAccount.Command(Actor.Guest("127.0.0.1"), name, email, Password, "vi"));
        return (made.Value!.Value, email);
    }

    /// <summary>Somebody who looks after the market.</summary>
    public async Task<(PersonId Id, string Email)> AdminAsync(string name = "Hà Thị Nhung", string? known = null)
    {
        var email = known ?? $"admin{Interlocked.Increment(ref _people)}@thu.test";
        var made = await SendAsync(new CreateAdmin.Command(Actor.Job("create-admin"), email, Password, name));
        return (made.Value, email);
    }

    /// <summary>The address in the newest mail to somebody that leads to such a page.</summary>
    public string LinkIn(string to, string part)
    {
        var letter = Post.Letters.Last(l => l.To == to && l.Html.Contains(part, StringComparison.Ordinal));
        var link = letter.Html.Split("href=\"").Skip(1).Select(h => WebUtility.HtmlDecode(h.Split('"')[0])).First(h => h.Contains(part, StringComparison.Ordinal));
        return link[Url.Length..];
    }

    /// <summary>The bank tells the market of money, by SePay's webhook over the wire.</summary>
    public async Task BankTellsAsync(long dong, string text)
    {
        using var bank = new HttpClient { BaseAddress = new(Url) };
        using var told = await bank.TellAsync(PaymentsFactory.Body(dong, text));
        told.StatusCode.ShouldBe(HttpStatusCode.OK);
        await DeliverAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.AddHttpContextAccessor().Replace(ServiceDescriptor.Singleton<Words, StrangeWords>()));
    }

    public override async ValueTask DisposeAsync()
    {
        await Chromium.CloseAsync(Url);
        await base.DisposeAsync();
    }
}
