using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Features.Orders.Jobs;
using CoopMarket.Web.Features.Settlement;
using CoopMarket.Web.Hosting;

namespace CoopMarket.Web.Seed;

/// <summary>
/// A year of buying and selling: orders come in, are paid (short, over, late, without a code), packed, sent, refused, declined and
/// delivered. What should happen later stands in a queue by its moment.
/// </summary>
internal sealed class DemoYear(
    Stage stage, DemoContent content, IReadOnlyList<SeededSize> sizes, IReadOnlyDictionary<string, SeededCooperative> cooperatives, Pipeline.Actor buyer,
    BankTransferSettings bank)
{
    private const int Orders = 400;

    private readonly Dice _dice = new(20261123);
    private readonly PriorityQueue<Func<Task>, DateTimeOffset> _later = new();
    private readonly Dictionary<CooperativeId, SeededCooperative> _desks = cooperatives.Values.ToDictionary(c => c.Id);
    private DateTimeOffset _now;
    private int _transfers;

    /// <summary>Lives through it from <paramref name="begin"/> to <paramref name="end"/>, UTC; delivers messages at the end of every day.</summary>
    public async Task LiveAsync(DateTimeOffset begin, DateTimeOffset end, CancellationToken cancellationToken)
    {
        var span = (end - begin).TotalMinutes;
        for (var i = 0; i < Orders; i++)
        {
            // More orders towards the end: a market that grows.
            var share = Math.Sqrt((i + 0.5) / Orders);
            _later.Enqueue(PlaceAsync, begin.AddMinutes((span * share) - _dice.Below(90)));
        }

        var day = begin.Date;
        while (_later.TryDequeue(out var happen, out var at) && at < end)
        {
            if (at.Date > day)
            {
                day = at.Date;
                await stage.DeliverAsync(cancellationToken);
                await stage.RoundAsync<ExpireUnpaidOrders>(cancellationToken);
                await stage.RoundAsync<ReleaseHolds>(cancellationToken);
            }

            stage.At(_now = at);
            await happen();
        }

        stage.At(end);
        await stage.DeliverAsync(cancellationToken);
    }

    private void Later(TimeSpan after, Func<Task> happen) => _later.Enqueue(happen, _now + after);

    private async Task PlaceAsync()
    {
        var who = _dice.One(content.Buyers.Buyers);
        var (country, province) = (who.Country, who.ProvinceCode ?? who.Region ?? "");
        List<Wanted> wanted = [];
        foreach (var size in Enumerable.Range(0, 1 + _dice.Below(4)).Select(_ => _dice.One(sizes)).DistinctBy(s => s.Id))
            wanted.Add(new(size.Id, 1 + _dice.Below(size.Told.PriceDong > 300_000 ? 1 : 3)));
        var way = country == Zones.HomeCountry && _dice.Chance(35) ? PaymentWay.CashOnDelivery : PaymentWay.BankTransfer;

        // Whoever signed in keeps the basket with her account; the others carry a key.
        var actor = _dice.Chance(8) ? buyer : Pipeline.Actor.Guest("127.0.0.1");
        string? key = null;
        foreach (var want in wanted)
            key = (await stage.DoAsync(new AddToBasket.Command(actor, key, want.Variant, want.Quantity))).Key ?? key;
        var page = await stage.SendAsync(new CheckoutPage.Query(actor, key, new(country, province), new Dictionary<CooperativeId, DeliveryWay>(), ""));
        var offer = page.Offer;
        if (!offer.CanBeOrdered)
        {
            await stage.DoAsync(new ChangeBasket.Command(actor, key, [.. wanted.Select(w => w with { Quantity = 0 })]));
            return;
        }

        var note = _dice.Chance(30) ? _dice.One(content.Buyers.Notes).Text.In(who.Language) : "";
        var placed = await stage.SendAsync(new PlaceOrder.Command(
            actor, key, page.FormKey, Shown.Of(offer), who.Name, who.Phone, who.Email ?? "", country,
            province, who.Commune ?? who.City ?? "", who.Line, who.Postcode ?? "", note, way,
            offer.Parts.ToDictionary(p => p.Cooperative.Id, p => p.Delivery!.Way), who.Language));
        if (!placed.IsDone)
            throw new InvalidOperationException($"The demo's order was refused: {placed.Refusal} {string.Join(", ", placed.Flaws.Select(f => $"{f.Path} {f.Key}"))}");
        var order = (await stage.WithAsync<OrderBooks, OrderBook?>(b => b.ByCodeAsync(placed.Value.Code, CancellationToken.None)))!;
        if (way == PaymentWay.BankTransfer)
            await PayAsync(order);
        else
            Pack(order);
    }

    private Task PayAsync(OrderBook order)
    {
        var total = order.Total.Minor;
        var luck = _dice.Below(100);
        // 7 in 100 never pay; a few pay short and then the rest, over, twice, late, or forget the code.
        if (luck < 7)
            return Task.CompletedTask;
        if (luck < 10)
        {
            var part = total / 2;
            Later(_dice.Between(TimeSpan.FromMinutes(5), TimeSpan.FromHours(3)), () => TransferAsync(part, order.Code));
            if (luck < 9)
                Later(TimeSpan.FromHours(5), () => TransferAsync(total - part, order.Code.ToLowerInvariant()));
        }
        else
        {
            var amount = luck < 12 ? total + 20_000 : total;
            var text = luck == 12 ? "chuyen tien mua hang" : $"MBVCB.{_transfers}.{order.Code}.CT tu khach hang";
            var after = luck == 13 ? TimeSpan.FromHours(30) : _dice.Between(TimeSpan.FromMinutes(2), TimeSpan.FromHours(9));
            Later(after, () => TransferAsync(amount, text));
            if (luck == 14)
                Later(after + TimeSpan.FromMinutes(4), () => TransferAsync(amount, text));
        }

        if (luck is not (9 or 12 or 13))
            Pack(order);
        return Task.CompletedTask;
    }

    private Task TransferAsync(long dong, string text)
    {
        var number = ++_transfers;
        return stage.DoAsync(new Features.Payments.StoreBankLine.Command(Stage.Seeder, new(
            MoneySource.SePay, $"demo-{number}", "Vietcombank", $"FT26{number:000000000}", new(dong, text, TransferDirection.In, bank.AccountNumber), _now)));
    }

    private void Pack(OrderBook order)
    {
        foreach (var part in order.Parts)
        {
            var start = _dice.Between(TimeSpan.FromHours(11), TimeSpan.FromHours(40));
            if (_dice.Chance(3))
                continue; // Nobody accepts this one: the reminder, the admin's list, the buyer's way out.
            Later(start, () => AcceptAsync(order, part));
        }
    }

    private async Task AcceptAsync(OrderBook order, SellerBook part)
    {
        var desk = _desks[part.Cooperative];
        var book = await stage.WithAsync<OrderBooks, OrderBook?>(b => b.OfAsync(order.Id, CancellationToken.None));
        var state = book!.Parts.Single(p => p.Id == part.Id).State;
        if (state == SellerOrderState.AwaitingPayment && book.State == OrderState.AwaitingPayment)
            Later(TimeSpan.FromHours(14), () => AcceptAsync(order, part));
        if (state != SellerOrderState.ToAccept)
            return;
        await stage.SendAsync(new AcceptSellerOrder.Command(desk.Packer, desk.Id, part.Id));
        if (_dice.Chance(4))
        {
            var line = part.Lines[0];
            await stage.SendAsync(new DeclineLine.Command(desk.Packer, desk.Id, part.Id, line.Id, line.Quantity, "Mẻ này không đạt, chúng tôi không dám gửi."));
            if (part.Lines.Count == 1)
                return;
        }

        Later(_dice.Between(TimeSpan.FromHours(1), TimeSpan.FromHours(8)), async () =>
        {
            await stage.SendAsync(new PackSellerOrder.Command(desk.Packer, desk.Id, part.Id));
            Later(_dice.Between(TimeSpan.FromHours(1), TimeSpan.FromHours(20)), () => ShipAsync(order, part, desk));
        });
    }

    private async Task ShipAsync(OrderBook order, SellerBook part, SeededCooperative desk)
    {
        // What is fetched at the cooperative is never shipped: it is handed over.
        var shipped = await stage.SendAsync(new ShipParcel.Command(desk.Packer, desk.Id, part.Id, _dice.One([Carrier.ViettelPost, Carrier.Ghn, Carrier.VnPost]), $"DEMO{_dice.Below(99_999_999):00000000}"));
        var arrives = _dice.Between(TimeSpan.FromDays(2), TimeSpan.FromDays(5));
        if (!shipped.IsDone)
        {
            Later(arrives, () => stage.SendAsync(new MarkDelivered.Command(desk.Packer, desk.Id, part.Id)));
            return;
        }

        if (order.Way == PaymentWay.CashOnDelivery && _dice.Chance(9))
            Later(arrives, () => stage.SendAsync(new RefuseParcel.Command(desk.Packer, desk.Id, part.Id)));
        else if (_dice.Chance(2))
            Later(arrives + TimeSpan.FromDays(6), () => stage.SendAsync(new BuyerNotArrived.Command(Stage.Seeder, order.Code, null, part.Id)));
        else
            Later(arrives, () => stage.SendAsync(new MarkDelivered.Command(desk.Packer, desk.Id, part.Id)));
    }
}
