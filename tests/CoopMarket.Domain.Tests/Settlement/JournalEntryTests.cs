using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CsCheck;

namespace CoopMarket.Domain.Tests.Settlement;

public sealed class JournalEntryTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Only_what_sums_to_zero_becomes_an_entry() => Gen.Long[-1_000_000, 1_000_000].Array[1, 6].Sample(amounts =>
    {
        var lines = amounts.Select(a => new EntryLine(LedgerAccount.Bank, Money.Dong(a))).ToList();
        var mayStand = amounts.Sum() == 0 && amounts.Count(a => a != 0) >= 2;
        if (mayStand)
            Post(lines).Lines.Sum(l => l.Amount.Minor).ShouldBe(0);
        else
            Should.Throw<InvalidOperationException>(() => Post(lines));
    });

    [Fact]
    public void Whatever_is_balanced_by_its_last_line_stands() => Gen.Long[1, 1_000_000].Array[1, 6].Sample(amounts =>
        Post([.. amounts.Select(a => new EntryLine(LedgerAccount.Bank, Money.Dong(a))), new(LedgerAccount.BuyersMoney, Money.Dong(-amounts.Sum()))])
            .Lines.Count.ShouldBe(amounts.Length + 1));

    [Fact]
    public void Two_currencies_do_not_balance_each_other() => Should.Throw<InvalidOperationException>(() => Post(
        [new(LedgerAccount.Bank, Money.Dong(100)), new(LedgerAccount.BuyersMoney, new Money(-100, Currency.USD))]));

    [Fact]
    public void A_share_names_its_cooperative_and_nothing_else_does()
    {
        var cooperative = new CooperativeId(Guid.Parse("01900000-0000-7000-8000-000000000001"));
        Should.Throw<InvalidOperationException>(() => Post([new(LedgerAccount.Held, Money.Dong(-1)), new(LedgerAccount.Bank, Money.Dong(1))]));
        Should.Throw<InvalidOperationException>(() => Post([new(LedgerAccount.Held, Money.Dong(-1), cooperative), new(LedgerAccount.Bank, Money.Dong(1), cooperative)]));
        Post([new(LedgerAccount.Held, Money.Dong(-1), cooperative), new(LedgerAccount.Bank, Money.Dong(1))]).Lines.Select(l => l.Number).ShouldBe([1, 2]);
    }

    private static JournalEntry Post(IEnumerable<EntryLine> lines) => JournalEntry.Post(default, EntryKind.Sale, default, null, Now, Now, lines);
}
