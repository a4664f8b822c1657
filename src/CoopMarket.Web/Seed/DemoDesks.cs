using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Features.Payments;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Seed;

/// <summary>What the cooperatives do with orders: accept, decline a line, pack, send, hand over; and what becomes of the parcels.</summary>
internal sealed class DemoDesks(Stage stage, Agenda agenda, Dice dice, IReadOnlyDictionary<string, SeededCooperative> cooperatives)
{
    private const int OneInHowManyIsRefunded = 14;
    private const int OneInHowManyIsSentInTwo = 25;
    private const int MostTries = 12;

    private readonly Dictionary<CooperativeId, SeededCooperative> _desks = cooperatives.Values.ToDictionary(c => c.Id);
    private int _arrived;
    private int _sent;

    /// <summary>What happens just before a parcel to be paid in cash is written down as come back.</summary>
    public Func<SellerOrderId, Task> BeforeItIsBack { get; set; } = _ => Task.CompletedTask;

    /// <summary>Each cooperative will look at its part of an order.</summary>
    public void Take(OrderBook order)
    {
        foreach (var part in order.Parts)
        {
            var start = dice.Between(TimeSpan.FromHours(11), TimeSpan.FromHours(40));
            if (!dice.Chance(3))
                agenda.After(start, () => AcceptAsync(order, part));
            else if (dice.Chance(70))
                // Nobody accepts this one: the reminder, the admin's list, the buyer's way out.
                agenda.After(TimeSpan.FromDays(6), () => GiveUpAsync(order, part));
            else
                agenda.After(TimeSpan.FromDays(5), () => AcceptAsync(order, part));
        }
    }

    // Days off don't count as waiting: after a holiday the way out opens later.
    private async Task GiveUpAsync(OrderBook order, SellerBook part)
    {
        var outcome = await stage.SendAsync(new BuyerCancels.Command(Stage.Seeder, order.Code, null, part.Id));
        if (!outcome.IsDone && (await StateAsync(order, part)).Part == SellerOrderState.ToAccept)
            agenda.After(TimeSpan.FromDays(2), () => GiveUpAsync(order, part));
    }

    private async Task<(OrderState Order, SellerOrderState Part)> StateAsync(OrderBook order, SellerBook part)
    {
        var book = (await stage.WithAsync<OrderBooks, OrderBook?>(b => b.OfAsync(order.Id, CancellationToken.None)))!;
        return (book.State, book.Parts.Single(p => p.Id == part.Id).State);
    }

    private async Task AcceptAsync(OrderBook order, SellerBook part, int tries = 0)
    {
        var desk = _desks[part.Cooperative];
        if (!(await stage.SendAsync(new AcceptSellerOrder.Command(desk.Packer, desk.Id, part.Id, HasCalled: true))).IsDone)
        {
            // Not paid in full yet, run out (its money may still come, and take it up again), or called off.
            if (await StateAsync(order, part) is (OrderState.AwaitingPayment, SellerOrderState.AwaitingPayment) or (OrderState.Expired, _) && tries < MostTries)
                agenda.After(TimeSpan.FromHours(14), () => AcceptAsync(order, part, tries + 1));
            return;
        }

        if (dice.Chance(4))
        {
            var line = part.Lines[0];
            await stage.DoAsync(new DeclineLine.Command(desk.Packer, desk.Id, part.Id, line.Id, line.Quantity, "Mẻ này không đạt, chúng tôi không dám gửi."));
            if (part.Lines.Count == 1)
                return;
        }

        agenda.After(dice.Between(TimeSpan.FromHours(2), TimeSpan.FromHours(30)), async () =>
        {
            await stage.DoAsync(new PackSellerOrder.Command(desk.Packer, desk.Id, part.Id));
            agenda.After(dice.Between(TimeSpan.FromHours(2), TimeSpan.FromHours(34)), () => ShipAsync(order, part, desk));
        });
    }

    private async Task ShipAsync(OrderBook order, SellerBook part, SeededCooperative desk)
    {
        // What is fetched at the cooperative is never shipped: it is handed over.
        var shipped = await stage.SendAsync(new ShipParcel.Command(
            desk.Packer, desk.Id, part.Id, dice.One([Carrier.ViettelPost, Carrier.Ghn, Carrier.VnPost]), $"DEMO{dice.Below(99_999_999):00000000}"));
        if (shipped.IsDone && ++_sent % OneInHowManyIsSentInTwo == 0)
            await stage.DoAsync(new SendFurtherParcel.Command(desk.Packer, desk.Id, part.Id, Carrier.VnPost, $"DEMO2-{_sent:0000}", Without: []));
        var arrives = dice.Between(TimeSpan.FromDays(2), TimeSpan.FromDays(5));
        var delivered = new MarkDelivered.Command(desk.Packer, desk.Id, part.Id);
        if (shipped.IsDone && order.Way == PaymentWay.CashOnDelivery && dice.Chance(9))
        {
            agenda.After(arrives, async () =>
            {
                await BeforeItIsBack(part.Id);
                await stage.DoAsync(new RefuseParcel.Command(desk.Packer, desk.Id, part.Id));
            });
        }
        else if (shipped.IsDone && dice.Chance(3))
        {
            agenda.After(arrives + TimeSpan.FromDays(4), () => stage.DoAsync(new BuyerNotArrived.Command(Stage.Seeder, order.Code, null, part.Id)));
            // It lay at the post office; only the buyer can say so.
            agenda.After(arrives + TimeSpan.FromDays(13), () => stage.DoAsync(new BuyerReceived.Command(Stage.Seeder, order.Code, null, part.Id)));
        }
        else
        {
            // Most are marked by the cooperative, some by the buyer, a few by the clock.
            var luck = dice.Below(100);
            if (luck < 88 || !shipped.IsDone)
                agenda.After(arrives, async () =>
                {
                    await stage.DoAsync(delivered);
                    if (order.Way != PaymentWay.CashOnDelivery && ++_arrived % OneInHowManyIsRefunded == 0)
                        agenda.After(dice.Between(TimeSpan.FromDays(1), TimeSpan.FromDays(6)), () => _arrived / OneInHowManyIsRefunded % 2 == 0 ? SendBackAsync(order, part, desk) : RefundAsync(part, desk));
                });
            else if (luck < 96)
                agenda.After(arrives, () => stage.DoAsync(new BuyerReceived.Command(Stage.Seeder, order.Code, null, part.Id)));
        }
    }

    /// <summary>
    /// Carriers pay over what they collected more than a week ago, each cooperative by one list: one parcel of it short, and those that
    /// came back for a fee.
    /// </summary>
    public async Task CarriersPayAsync()
    {
        var before = agenda.Now - TimeSpan.FromDays(8);
        foreach (var desk in _desks.Values)
        {
            var parcels = await stage.WithAsync<MarketDb, List<CashParcel>>(db => db.Set<CashParcel>().AsNoTracking()
                .Where(p => p.Cooperative == desk.Id && ((p.State == CashParcelState.Collected && p.CollectedAt < before) || (p.State == CashParcelState.Refused && p.OpenedAt < before)))
                .OrderBy(p => p.SellerOrder).Take(RemittanceList.MostLines).ToListAsync());
            if (parcels.Count == 0)
                continue;
            var isOneShort = parcels.FindIndex(p => p.State == CashParcelState.Collected);
            var lines = parcels.Select((p, i) => new RemittanceLine(i, p.Code, p.State == CashParcelState.Refused ? 0 : p.Amount.Minor - (i == isOneShort ? 20_000 : 0), 22_000));
            await stage.DoAsync(new TakeInRemittance.Command(desk.Manager, desk.Id, new RemittanceList([.. lines]).Text()));
        }
    }

    /// <summary>The parcel that left last and is paid to the market comes back at once, and its carrier had paid for it.</summary>
    public async Task OneComesBackAsync()
    {
        // What left this lately has not arrived.
        var since = agenda.Now - TimeSpan.FromHours(45);
        if (await stage.WithAsync<MarketDb, CashParcel?>(db => db.Set<CashParcel>().AsNoTracking().Where(p => p.IsForMarket && p.State == CashParcelState.Expected && p.OpenedAt > since).OrderBy(p => p.OpenedAt).FirstOrDefaultAsync()) is not { } parcel)
            return;
        await BeforeItIsBack(parcel.SellerOrder);
        var desk = _desks[parcel.Cooperative];
        await stage.DoAsync(new RefuseParcel.Command(desk.Packer, desk.Id, parcel.SellerOrder));
        await stage.DeliverAsync(CancellationToken.None);
    }

    // Some before the share is paid out, some after: then the next transfer is less.
    private async Task RefundAsync(SellerBook part, SeededCooperative desk)
    {
        var (amount, reason) = _arrived % 2 == 0 ? ("", "Hàng bị vỡ trên đường, chị em xin lỗi.") : ("30.000", "Gói hàng tới muộn, chị em gửi lại một chút.");
        await stage.DoAsync(new RefundSellerOrder.Command(desk.Manager, desk.Id, part.Id, RefundSellerOrder.Everything, amount, reason));
    }

    // Asked, agreed to the next day, sent, and back after a week; what is asked in the last days waits at the desk.
    private async Task SendBackAsync(OrderBook order, SellerBook part, SeededCooperative desk)
    {
        var one = new Dictionary<string, string> { [part.Lines[0].Id.ToString()] = "1" };
        if (!(await stage.SendAsync(new AskReturn.Command(Stage.Seeder, order.Code, null, part.Id, one, nameof(ReturnReason.Damaged), "Món này tới nơi không còn lành, tôi gửi lại nhé.", false))).IsDone)
            return;
        var back = (await stage.WithAsync<Returns, List<Return>>(r => r.OfOrderAsync(order.Id, CancellationToken.None)))[^1].Id;
        agenda.After(TimeSpan.FromHours(27), () => stage.DoAsync(new AnswerReturn.Command(desk.Manager, desk.Id, back, true, "Gói lại giúp chúng tôi, ghi mã đơn ngoài hộp.")));
        agenda.After(TimeSpan.FromDays(2), () => stage.DoAsync(new SendReturn.Command(Stage.Seeder, order.Code, null, back, "")));
        agenda.After(TimeSpan.FromDays(7), () => stage.DoAsync(new TakeReturnBack.Command(desk.Manager, desk.Id, back, "", "", false)));
    }
}
