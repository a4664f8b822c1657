using System.Text;
using System.Xml;
using CoopMarket.Domain.Rates;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Adapters.Rates;
using CoopMarket.Web.Features.Rates;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Sellers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoopMarket.Web.Tests.Rates;

/// <summary>Vietcombank's list, by an address of our own: taken where it says anything sound and new, and never in place of an admin's word.</summary>
public sealed class The_banks_rates_are_fetched
{
    private const string List = """
        <?xml version="1.0" encoding="utf-8"?>
        <ExrateList>
          <DateTime>11/23/2026 8:30:12 AM</DateTime>
          <Exrate CurrencyCode="AUD" CurrencyName="AUSTRALIAN DOLLAR   " Buy="16,640.50" Transfer="16,808.58" Sell="17,347.55" />
          <Exrate CurrencyCode="EUR" CurrencyName="EURO                " Buy="29,577.77" Transfer="29,876.54" Sell="31,136.66" />
          <Exrate CurrencyCode="JPY" CurrencyName="YEN                 " Buy="164.20" Transfer="165.86" Sell="174.63" />
          <Exrate CurrencyCode="KRW" CurrencyName="KOREAN WON          " Buy="15.45" Transfer="17.17" Sell="18.63" />
          <Exrate CurrencyCode="SGD" CurrencyName="SINGAPORE DOLLAR    " Buy="19,700.10" Transfer="-" Sell="20,602.00" />
          <Exrate CurrencyCode="RUB" CurrencyName="RUSSIAN RUBLE       " Buy="-" Transfer="312.00" Sell="345.40" />
          <Source>Joint Stock Commercial Bank for Foreign Trade of Vietnam - Vietcombank</Source>
        </ExrateList>
        """;

    private static readonly DateOnly Monday = new(2026, 11, 23);

    [Theory, EveryDatabase]
    internal async Task What_it_says_is_kept_once_and_what_is_no_rate_is_left_out(DatabaseProvider provider)
    {
        await using Bank bank = await Bank.OpenAsync(List);
        await using var market = await bank.MarketAsync(provider);

        await market.RoundAsync<FetchRates>();
        await market.RoundAsync<FetchRates>();

        (await market.RowsAsync<ExchangeRate>()).Select(r => (r.Currency, r.Day, r.PerUnit, r.Source)).ShouldBe(
            [
                (Currency.AUD, Monday, 1_680_858, RateSource.Vietcombank), (Currency.EUR, Monday, 2_987_654, RateSource.Vietcombank),
                (Currency.JPY, Monday, 16_586, RateSource.Vietcombank), (Currency.KRW, Monday, 1_717, RateSource.Vietcombank),
            ], ignoreOrder: true);
    }

    [Theory, EveryDatabase]
    internal async Task What_an_admin_wrote_for_the_day_stands_and_what_is_far_off_waits_for_her(DatabaseProvider provider)
    {
        await using Bank bank = await Bank.OpenAsync(List);
        await using var market = await bank.MarketAsync(provider);
        await market.RateAsync(rate: "30.000");
        (await market.SendAsync(new AddRate.Command(RatesFactory.Admin, "JPY", Monday.AddDays(-1), "1,65"))).IsDone.ShouldBeTrue();

        await market.RoundAsync<FetchRates>();

        (await market.RowsAsync<ExchangeRate>()).Where(r => r.Source == RateSource.Vietcombank).Select(r => r.Currency).ShouldBe([Currency.AUD, Currency.KRW], ignoreOrder: true);
    }

    /// <summary>The office reads when the list was read and what of it was not taken, until it has written that down itself.</summary>
    [Theory, EveryDatabase]
    internal async Task What_was_refused_and_why_stands_on_the_offices_page(DatabaseProvider provider)
    {
        await using Bank bank = await Bank.OpenAsync(List.Replace("16,808.58", "16.808,58", StringComparison.Ordinal));
        await using var market = await bank.MarketAsync(provider);
        using var office = await market.ClientFor(await market.PersonAsync(isAdmin: true));
        (await PageAsync("")).ShouldContain("chưa đọc được bảng của ngân hàng lần nào");
        (await market.SendAsync(new AddRate.Command(RatesFactory.Admin, "JPY", Monday.AddDays(-1), "1,65"))).IsDone.ShouldBeTrue();
        market.Clock.Advance(TimeSpan.FromHours(1));
        await market.RoundAsync<FetchRates>();

        var page = await PageAsync("");
        page.ShouldContain("lần cuối lúc 23/11/2026 10:00, lấy 2 tỷ giá mới");
        page.ShouldContain("lệch hơn một phần mười");
        page.ShouldContain("165,86");
        page.ShouldContain("không đọc được");
        (await PageAsync("/en")).ShouldContain("took 2 new rates");
        (await PageAsync("/en")).ShouldContain("more than a tenth away");

        market.Clock.Advance(TimeSpan.FromHours(2));
        (await market.SendAsync(new AddRate.Command(RatesFactory.Admin, "JPY", Monday, "165,86", IsMeant: true))).IsDone.ShouldBeTrue();
        (await PageAsync("")).ShouldNotContain("lệch hơn một phần mười");
        bank.Closes();
        await market.RoundAsync<FetchRates>();
        market.Clock.Advance(TimeSpan.FromHours(2));
        await market.RoundAsync<FetchRates>();
        (await PageAsync("")).ShouldContain("Từ 23/11/2026 12:00 chợ không đọc được bảng của ngân hàng");
        (await PageAsync("/en")).ShouldContain("can't read the bank's list");
        (await market.RowsAsync<FeedReading>()).ShouldHaveSingleItem().ReadAt.ShouldBe(market.Clock.GetUtcNow().AddHours(-4));

        async Task<string> PageAsync(string language) => (await office.OpenAsync(language + "/admin/rates")).QuerySelector("main")!.TextContent;
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><ExrateList><DateTime>11/23/2026</DateTime><Exrate CurrencyCode=\"EUR\" Transfer=\"&e;\"/></ExrateList>")]
    [InlineData("<ExrateList><Exrate CurrencyCode=\"EUR\" Transfer=\"29,876.54\"/></ExrateList>")]
    [InlineData("<ExrateList><DateTime>11/23/2026")]
    [InlineData("no list at all")]
    [InlineData("")]
    public async Task What_is_no_such_list_changes_nothing(string answer)
    {
        await using Bank bank = await Bank.OpenAsync(answer);
        await using var market = await bank.MarketAsync(DatabaseProvider.Sqlite);

        await market.RoundAsync<FetchRates>();

        (await market.RowsAsync<ExchangeRate>()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_answer_without_end_is_not_read()
    {
        await using Bank bank = await Bank.OpenAsync(List.Replace("</ExrateList>", new string(' ', VietcombankFeed.MostBytes) + "</ExrateList>", StringComparison.Ordinal));
        await using var market = await bank.MarketAsync(DatabaseProvider.Sqlite);

        await market.RoundAsync<FetchRates>();

        (await market.RowsAsync<ExchangeRate>()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_it_is_not_set_nobody_is_asked()
    {
        await using Bank bank = await Bank.OpenAsync(List);
        await using var market = await Market.OpenAsync(DatabaseProvider.Sqlite, ("Rates:Url", bank.Url));

        await market.RoundAsync<FetchRates>();

        bank.Asked.ShouldBe(0);
    }

    [Theory]
    [InlineData("11/23/2026 8:30:12 AM", "2026-11-23")]
    [InlineData("23/11/2026", "2026-11-23")]
    [InlineData("1/2/2026", "2026-01-02")]
    [InlineData("12/1/2026", "2026-01-12")]
    public void Its_day_is_read_the_month_first_unless_that_were_to_come(string written, string day)
        => VietcombankFeed.Read(Encoding.UTF8.GetBytes($"<ExrateList><DateTime>{written}</DateTime><Exrate CurrencyCode=\"EUR\" Transfer=\"1.00\"/></ExrateList>"), Monday)
            .ShouldHaveSingleItem().ShouldBe(new FedRate(Currency.EUR, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), 100));

    [Fact]
    public void A_document_type_is_refused()
        => Should.Throw<XmlException>(() => VietcombankFeed.Read("<!DOCTYPE x><ExrateList><DateTime>11/23/2026</DateTime></ExrateList>"u8.ToArray(), Monday));

    private sealed class Bank : IAsyncDisposable
    {
        private readonly WebApplication _app;
        private int _asked;
        private bool _isClosed;

        private Bank(WebApplication app, string answer)
        {
            _app = app;
            app.MapGet("/pXML.aspx", () =>
            {
                Interlocked.Increment(ref _asked);
                return _isClosed ? Results.StatusCode(503) : Results.Text(answer, "text/xml");
            });
        }

        public string Url => _app.Urls.Single() + "/pXML.aspx";

        public int Asked => _asked;

        public void Closes() => _isClosed = true;

        public static async Task<Bank> OpenAsync(string answer)
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            Bank bank = new(builder.Build(), answer);
            await bank._app.StartAsync();
            return bank;
        }

        public async Task<Market> MarketAsync(DatabaseProvider provider)
        {
            var market = await Market.OpenAsync(provider, ("Rates:Feed", "Vietcombank"), ("Rates:Url", "http://127.0.0.1:1/pXML.aspx"));
            market.Services.GetRequiredService<RateFeedSettings>().Url = new(Url);
            return market;
        }

        public async ValueTask DisposeAsync() => await _app.DisposeAsync();
    }
}
