using System.Globalization;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Payments;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Seed;

/// <summary>The card gateway's own books in the demo: it holds đồng, whatever a card was charged in, and keeps a part of each charge. The market reads them as it reads Stripe's.</summary>
internal sealed class DemoGateway(Stage stage, Agenda agenda)
{
    // Of a hundredth of a percent, and đồng a charge.
    private const long PerTenThousand = 340;
    private const long PerCharge = 8_000;
    private const long PerReport = 45_000;

    private readonly List<SeenMove> _new = [];
    private readonly Dictionary<Currency, long> _held = [];
    private int _names;

    /// <summary>A card was charged.</summary>
    /// <param name="charge">The payment's name.</param>
    public void Charge(string charge, Money charged)
    {
        var dong = InDong(charged);
        Add(CardMoveKind.Charge, charge.Replace("pi_", "ch_", StringComparison.Ordinal), charge, dong, Money.Dong((dong.Minor * PerTenThousand / 10_000) + PerCharge), charged);
    }

    /// <summary>Money went back, as the market wrote it down; what went by the bank is not the gateway's.</summary>
    public async Task SendBackAsync(RefundDueId refund)
    {
        var due = await stage.WithAsync<MarketReads, RefundDue>(reads => reads.Of<RefundDue>().SingleAsync(r => r.Id == refund));
        if (due.Place != MoneyPlace.Cards)
            return;
        Add(CardMoveKind.Refund, due.Reference!, due.Charge ?? "", -InDong(due.Moved), Money.Dong(0), -due.Moved);
    }

    /// <summary>Pays out what it holds, less what a month's report costs; nothing where that is not worth a transfer.</summary>
    /// <param name="least">What it pays out at least.</param>
    public Money PayOut(Money least)
    {
        var held = Money.Dong(_held.GetValueOrDefault(Currency.VND) - PerReport);
        if (held < least)
            return Money.Dong(0);
        Add(CardMoveKind.Fee, "", "", Money.Dong(-PerReport), Money.Dong(0), Money.Dong(-PerReport));
        Add(CardMoveKind.Payout, NameOf("po"), "", -held, Money.Dong(0), -held);
        return held;
    }

    /// <summary>The market reads what is new, and looks for what explains it.</summary>
    public async Task ReadAsync()
    {
        foreach (var some in _new.Chunk(StoreCardMoves.Most))
            await stage.DoAsync(new StoreCardMoves.Command(Stage.Seeder, some));
        _new.Clear();
        var open = await stage.WithAsync<MarketReads, List<CardMoveId>>(reads => reads.Of<CardMove>().Where(m => m.State == CardMoveState.Waiting).OrderBy(m => m.HappenedAt).Select(m => m.Id).ToListAsync());
        foreach (var some in open.Chunk(StoreCardMoves.Most))
            await stage.DoAsync(new JudgeCardMoves.Command(Stage.Seeder, some));
        await stage.DeliverAsync(CancellationToken.None);
    }

    /// <summary>The same, and the books are laid side by side.</summary>
    public async Task CompareAsync()
    {
        await ReadAsync();
        await stage.DoAsync(new CompareCardBooks.Command(Stage.Seeder, [], [], _held));
    }

    private void Add(CardMoveKind kind, string source, string charge, Money amount, Money fee, Money moved)
    {
        _new.Add(new(NameOf("txn"), kind, source, charge, amount, fee, moved, agenda.Now));
        _held[amount.Currency] = _held.GetValueOrDefault(amount.Currency) + (amount - fee).Minor;
    }

    private string NameOf(string kind) => string.Create(CultureInfo.InvariantCulture, $"{kind}_demo_{++_names:00000}");

    // At a little less than the market charged by.
    private Money InDong(Money some) => some.Currency == Currency.VND ? some : Money.Dong(DemoRates.InDong(some, agenda.Now).Minor * 99 / 100);
}
