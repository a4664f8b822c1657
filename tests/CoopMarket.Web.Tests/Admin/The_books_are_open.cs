using System.Text;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Settlement;
using CoopMarket.Web.Features.Admin;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Payments;
using CoopMarket.Web.Tests.Settlement;

namespace CoopMarket.Web.Tests.Admin;

/// <summary>An auditor reads the ledger: the trial balance, the journal, and both as files.</summary>
public sealed class The_books_are_open
{
    private static readonly Actor Job = Actor.Job("test");

    [Theory, EveryDatabase]
    internal async Task Debits_equal_credits_and_each_account_says_what_the_ledger_says(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        var order = await market.PlaceAsync(PaymentWay.BankTransfer, new Part(30_000, (99_999, 3)), new Part(20_000, (50_000, 1)));
        await market.PayAsync(order);

        var all = await market.SendAsync(new TrialBalance.Query(Job, null));
        all.Balances.ShouldBeTrue();
        all.Debit.ShouldBe(order.Total + order.Total, "the money came, and became a sale");
        foreach (var row in all.Accounts)
            row.Balance.Minor.ShouldBe(await market.BalanceAsync(row.Account), row.Account.ToString());
        all.Cooperatives.Select(c => c.Held.Minor).Order().ShouldBe(order.Parts.Select(p => p.Goods.Minor + p.Delivery.Minor - p.Fee.Minor).Order());
        (await market.SendAsync(new TrialBalance.Query(Job, new(2026, 11, 22)))).Accounts.ShouldBeEmpty("nothing had happened the day before");
        (await market.SendAsync(new TrialBalance.Query(Job, DateOnly.MaxValue))).Debit.ShouldBe(all.Debit);
    }

    [Theory, EveryDatabase]
    internal async Task The_journal_finds_by_order_account_cooperative_and_day(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        var first = await market.PlaceAsync(PaymentWay.BankTransfer, new Part(30_000, (99_999, 3)));
        await market.PayAsync(first);
        market.Clock.Advance(TimeSpan.FromDays(1));
        var second = await market.PlaceAsync(PaymentWay.BankTransfer, new Part(20_000, (50_000, 1)));
        await market.PayAsync(second);

        var sale = (await market.SendAsync(Asked() with { Code = second.Code })).Entries.ShouldHaveSingleItem();
        (sale.Kind, sale.Code).ShouldBe((EntryKind.Sale, second.Code));
        sale.Lines.Sum(l => l.Amount.Minor).ShouldBe(0);
        (await market.SendAsync(Asked() with { Code = "nonsense" })).Entries.ShouldBeEmpty();

        var held = await market.SendAsync(Asked() with { Account = LedgerAccount.Held, Cooperative = first.Parts[0].Cooperative });
        held.Entries.ShouldHaveSingleItem().Code.ShouldBe(first.Code);
        held.Balances.ShouldHaveSingleItem().Minor.ShouldBe(await market.BalanceAsync(LedgerAccount.Held, first.Parts[0].Cooperative));

        (await market.SendAsync(Asked() with { From = new(2026, 11, 24) })).Entries.Count.ShouldBe(2);
        (await market.SendAsync(Asked() with { To = new(2026, 11, 23) })).Entries.Count.ShouldBe(2);
        (await market.SendAsync(Asked() with { From = DateOnly.MinValue, To = DateOnly.MaxValue })).Entries.Count.ShouldBe(4);
        (await market.SendAsync(Asked())).Entries.Select(e => e.HappenedAt).ShouldBeInOrder(SortDirection.Descending);
    }

    [Fact]
    public async Task An_admin_takes_both_home_as_files()
    {
        await using var market = await PaymentsFactory.OpenAsync(DatabaseProvider.Sqlite);
        var order = await market.PlaceAsync(PaymentWay.BankTransfer, new Part(30_000, (99_999, 3)));
        await market.PayAsync(order);
        using var admin = await market.ClientFor(await market.RegisteredAsync("admin@thu.test", "Quản trị", isAdmin: true));

        var journal = (await admin.Client.GetStringAsync($"/admin/ledger/journal?handler=File&code={order.Code}")).TrimStart('\ufeff').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        journal.Length.ShouldBe(1 + 3, "a head, and one row for each line of the sale");
        journal.Skip(1).ShouldAllBe(row => row.Contains(order.Code, StringComparison.Ordinal));
        journal.Skip(1).Sum(row => long.Parse(row.Split(',')[^2], System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(order.Total.Minor);
        (await admin.Client.GetStringAsync("/admin/ledger?handler=File")).ShouldContain("112,");
    }

    /// <summary>Row 35 of the catalog of bad input (ASVS 1.2.10).</summary>
    [Theory]
    [InlineData("=HYPERLINK(\"http://x\",\"a\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"a\"\")\"")]
    [InlineData("+84912345678", "\"'+84912345678\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("Tỏi đen", "Tỏi đen")]
    [InlineData("a, \"b\"", "\"a, \"\"b\"\"\"")]
    public void A_spreadsheet_takes_no_cell_for_a_formula(string cell, string written)
        => Encoding.UTF8.GetString(CsvFile.Of(["đầu"], [[cell]])).ShouldBe($"\ufeffđầu\r\n{written}\r\n");

    private static Journal.Query Asked() => new(Job, null, null, "", null, null);
}
