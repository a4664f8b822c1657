using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Features.Payments;
using CoopMarket.Web.Features.Settlement;
using CoopMarket.Web.Features.Settlement.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Payments;
using CoopMarket.Web.Tests.Settlement.Payouts;
using CsCheck;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Tests.Settlement;

/// <summary>Gate T1: whatever happens to orders and in whatever order, every invariant holds after each step.</summary>
public sealed class Any_sequence_keeps_the_books
{
    private const int Runs = 6;
    private const int RunsInOneFile = 12;
    private const int Steps = 14;

    private static readonly Actor Job = Actor.Job("test");

    private static readonly Gen<Part> Parts = Gen.Select(Gen.Long[0, 60_000], Gen.Select(Gen.Long[1_000, 399_999], Gen.Int[1, 4]).Array[1, 3], (delivery, lines) => new Part(delivery, lines));

    [Theory, EveryDatabase]
    internal async Task Every_invariant_holds_after_every_step(DatabaseProvider provider)
    {
        var plans = Gen.Select(Parts.Array[1, 3], Gen.Enum<Begins>(), Gen.Select(Gen.Int[0, 13], Gen.Int[0, 99]).Array[Steps]).Array[provider == DatabaseProvider.Sqlite ? RunsInOneFile : Runs];
        await plans.SampleAsync(
            async runs =>
            {
                await using var payouts = await PayoutMarket.OpenAsync(provider);
                List<CooperativeId> sellers = [(await payouts.CooperativeAsync()).Id, (await payouts.CooperativeAsync()).Id, (await payouts.CooperativeAsync()).Id];
                foreach (var (parts, begins, steps) in runs)
                    await PlayAsync(payouts, [.. parts.Zip(sellers, (p, of) => p with { Of = of })], begins, steps);
            },
            iter: 1, threads: 1);
    }

    // Where a run begins: most of what can go wrong later is seldom come to from the beginning.
    private enum Begins
    {
        Unpaid,
        InCash,
        Carried,
        PaidEarly,
        Arrived,
    }

    private static async Task PlayAsync(PayoutMarket payouts, Part[] parts, Begins begins, (int Step, int Turn)[] steps)
    {
        var market = payouts.Market;
        var isCarried = begins is Begins.Carried or Begins.PaidEarly;
        var order = await market.PlaceAsync(isCarried || begins == Begins.InCash ? PaymentWay.CashOnDelivery : PaymentWay.BankTransfer, parts);
        if (begins == Begins.Arrived)
        {
            await market.PayAsync(order);
            await market.DeliverPartAsync(order, order.Parts[0]);
        }

        if (begins == Begins.PaidEarly)
        {
            await TakeAsync(market, order, 1, 0, isCarried);
            await TakeAsync(market, order, 3, 0, isCarried);
            await TakeAsync(market, order, 12, steps[0].Turn, isCarried);
        }

        foreach (var (step, turn) in steps)
        {
            if (step == 9)
                await PayOutAsync(payouts, turn);
            else
                await TakeAsync(market, order, step, turn, isCarried);
            await market.CheckAsync();
        }
    }

    // One step of a payout: drafted, approved unless what it takes has gone meanwhile, then paid or failed.
    private static async Task PayOutAsync(PayoutMarket payouts, int turn)
    {
        var market = payouts.Market;
        if ((await payouts.PayoutsAsync()).Find(p => p.EndedAt is null) is not { } open)
        {
            await market.SendAsync(new DraftPayouts.Command(await payouts.FirstAsync()));
            return;
        }

        var run = (await market.RowsAsync<PayoutRun>()).Single(r => r.Id == open.Run).Code;
        if (open.State == PayoutState.OnTheWay)
            (await payouts.RecordAsync(run, open.Position, isPaid: turn % 3 != 0, $"FT{Guid.NewGuid():N}")).IsDone.ShouldBeTrue();
        else if (turn % 4 == 0 || !(await payouts.ApproveAsync(run)).IsDone)
            (await market.SendAsync(new LeaveOutPayouts.Command(await payouts.FirstAsync(), run, null))).IsDone.ShouldBeTrue();
    }

    // Moves that the order refuses are part of the game: they change nothing.
    private static async Task TakeAsync(Market market, Order order, int step, int turn, bool isCarried)
    {
        var part = order.Parts[turn % order.Parts.Count];
        var line = part.Lines[turn % part.Lines.Count];
        var now = market.Clock.GetUtcNow();
        switch (step)
        {
            case 0:
                await market.ReceiveAsync(turn % 3 == 0 ? order.Total.Minor / 2 : order.Total.Minor + (turn % 2), order.Code);
                if ((await market.PaymentOfAsync(order.Id)).State == PaymentState.Paid)
                    await market.MoveAsync(order.Id, o => o.Pay(SettlementFactory.Open, now));
                break;
            case 1:
                await market.MoveAsync(order.Id, o => o.Accept(part.Id, now));
                break;
            case 2:
                await market.MoveAsync(order.Id, o => o.Decline(part.Id, line.Id, 1, "hết", now));
                break;
            case 3:
                await market.MoveAsync(order.Id, o => isCarried ? o.Ship(part.Id, Carrier.Ghn, "GHN" + order.Code + part.Position, now, paysMarket: true) : o.Ship(part.Id, Carrier.Other, "", now));
                // What a carrier pays before it is known to have delivered stays on its way for a while.
                if (!isCarried || turn % 5 != 0)
                    await market.MoveAsync(order.Id, o => turn % 4 == 0 ? o.RefuseAtDoor(part.Id, [], now) : o.Deliver(part.Id, Witness.Buyer, now));
                break;
            case 4:
                market.Clock.Advance(TimeSpan.FromDays(5));
                await market.MoveAsync(order.Id, o => o.CancelPart(part.Id, market.Clock.GetUtcNow()));
                break;
            case 5:
                if ((await market.RowsAsync<RefundDue>()).FirstOrDefault(r => r.IsOpen) is { } due)
                    await market.SendAsync(new PayRefund.Command(Job, due.Id, "R" + due.Id.Value.ToString("N")));
                await market.DeliverAsync();
                break;
            case 6:
                if ((await market.RowsAsync<MoneyIn>()).Where(m => m.MayBeTakenBack).ElementAtOrDefault(turn % 3) is { } came)
                    (await market.TakeBackAsync(came)).IsDone.ShouldBeTrue();
                break;
            case 7:
                var amount = Money.Dong(1 + (part.Goods.Minor * turn / 90));
                await market.MoveAsync(order.Id, o => o.Refund(part.Id, [new(new(Guid.NewGuid()), turn % 3 == 0 ? null : line.Id, amount)], "vỡ", now));
                break;
            case 10:
                await SendBackAsync(market, order.Id, part, line, turn);
                break;
            case 11:
                await market.MoveAsync(order.Id, o => o.Lose(part.Id, turn % 2 == 0 ? Witness.Cooperative : Witness.Admin, now));
                break;
            case 12:
                await CarrierPaysAsync(market, turn);
                break;
            case 13:
                if ((await market.RowsAsync<CashParcel>()).FirstOrDefault(p => p.IsForMarket && !p.Owed.IsZero) is { } missing && turn % 2 == 0)
                    await market.SendAsync(new GiveUpCash.Command(Job, missing.SellerOrder, "Hãng không trả"));
                await market.DeliverAsync();
                break;
            default:
                market.Clock.Advance(TimeSpan.FromDays(3));
                await market.RoundAsync<ReleaseHolds>();
                break;
        }
    }

    // A carrier pays whole, short, beyond, before it is known to have delivered, or what came back, and takes back what it had paid for
    // that; now and then more than its list says.
    private static async Task CarrierPaysAsync(Market market, int turn)
    {
        var lines = (await market.RowsAsync<CashParcel>()).Where(p => p.IsForMarket).Select((p, i) => new RemittanceLine(i, p.Number, Cash(p, turn + i), turn % 5 * 1_000)).ToList();
        var net = lines.Sum(l => l.Net);
        if (lines.Count == 0 || net <= 0)
            return;
        var reference = $"COD{Guid.NewGuid():N}";
        await market.ReceiveAsync(net + (turn % 3 * 500), "doi soat", reference: reference);
        var line = (await market.RowsAsync<MoneyIn>()).Single(m => m.Reference.Equals(reference, StringComparison.OrdinalIgnoreCase));
        await market.SendAsync(new ReceiveFromCarrier.Command(Job, line.Id, new RemittanceList(lines).Text()));
        if (turn % 4 == 0)
            await market.SendAsync(new ExplainMoney.Command(Job, line.Id, "Hãng trả thừa"));
        await market.DeliverAsync();
    }

    private static long Cash(CashParcel parcel, int turn) => parcel.State switch
    {
        CashParcelState.Refused or CashParcelState.TakenBack => 0,
        CashParcelState.OwedBack => -(parcel.Paid.Minor + (turn % 3 / 2)),
        _ => CashOf(parcel, turn),
    };

    private static long CashOf(CashParcel parcel, int turn) => (turn % 4) switch
    {
        0 => parcel.Amount.Minor / 2,
        1 => parcel.Amount.Minor + 700,
        _ => (parcel.Amount - parcel.Paid).Minor,
    };

    // The oldest open return goes a step further; where there is none, one is asked for.
    private static async Task SendBackAsync(Market market, OrderId id, SellerOrder part, OrderLine line, int turn)
    {
        var now = market.Clock.GetUtcNow();
        await market.ChangeAsync(async db =>
        {
            var order = await db.Set<Order>().SingleAsync(o => o.Id == id);
            var all = await db.Set<Return>().Where(r => r.SellerOrder == part.Id).OrderBy(r => r.AskedAt).ToListAsync();
            if (all.Find(r => r.IsOpen) is not { } back)
            {
                if (order.AskReturn(new(Guid.NewGuid()), part.Id, new([(line.Id, 1)], ReturnReason.Damaged, "vỡ", false), all, now) is { IsDone: true } asked)
                    db.Add(asked.Value);
            }
            else if (back.State == ReturnState.Asked)
            {
                _ = turn % 4 == 0 ? back.Refuse("không", now) : back.Agree("về bản", now);
            }
            else
            {
                order.TakeBack(back, [.. order.DueFor(back, all).Select(d => new RefundPlan(new(Guid.NewGuid()), d.Line, d.Amount))], "về rồi", now).IsDone.ShouldBeTrue();
            }
        });
    }

    [Theory, EveryDatabase]
    internal async Task What_a_cooperative_reads_equals_the_ledger(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        var order = await market.PlaceAsync(PaymentWay.BankTransfer, new Part(30_000, (99_999, 3)));
        await market.PayAsync(order);
        var part = order.Parts[0];
        await market.MoveAsync(order.Id, o => o.Decline(part.Id, part.Lines[0].Id, 1, "hết", market.Clock.GetUtcNow()));

        var view = await market.SendAsync(new Features.Desk.MoneyBook.Query(Job, part.Cooperative));
        var balance = await market.WithAsync<Balances, CooperativeBalance>(b => b.OfAsync(part.Cooperative, default));

        view.Balance.ShouldBe(balance);
        view.All.Mine.ShouldBe(balance.Held + balance.Payable);
        view.All.Sold.ShouldBe(order.Total);
        (view.All.Sold - view.All.Back - view.All.Fee).ShouldBe(view.All.Mine);
        view.Orders.ShouldHaveSingleItem().Sums.ShouldBe(view.All);
        (await market.BalanceAsync(LedgerAccount.Held, part.Cooperative)).ShouldBe(-balance.Held.Minor);
    }
}
