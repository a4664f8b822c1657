using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Features.Orders.Jobs;
using CoopMarket.Web.Features.Settlement;
using CoopMarket.Web.Features.Shared;

namespace CoopMarket.Web.Seed;

/// <summary>A year of buying: orders come in, more towards the end, are paid or not, and go to the cooperatives' desks.</summary>
internal sealed class DemoYear(
    Stage stage, DemoContent content, IReadOnlyList<SeededSize> sizes, DemoTills tills, DemoCards cards, DemoRates rates, DemoDesks desks, DemoOffice office, DemoPayouts payouts, Agenda agenda, Dice dice, Pipeline.Actor buyer)
{
    private const int Orders = 385;
    private const int MostTries = 5;
    private const int HeavyGrams = 2_500;

    private readonly Dictionary<string, List<SeededSize>> _sizes = sizes.GroupBy(s => s.Cooperative).ToDictionary(c => c.Key, c => c.ToList(), StringComparer.Ordinal);

    private int _evenings;

    /// <summary>Lives through it from <paramref name="begin"/> to <paramref name="end"/>, UTC.</summary>
    public async Task LiveAsync(DateTimeOffset begin, DateTimeOffset end, CancellationToken cancellationToken)
    {
        var span = (end - begin).TotalMinutes;
        for (var i = 0; i < Orders; i++)
        {
            // A market that grows.
            var share = Math.Sqrt((i + 0.5) / Orders);
            agenda.At(begin.AddMinutes((span * share) - dice.Below(90)), () => PlaceAsync(null));
        }

        for (var week = begin.AddDays(7); week < end.AddDays(-6); week = week.AddDays(7))
            agenda.At(week, office.MondayAsync);
        for (var payday = begin.AddDays(25); payday < end.AddDays(-10); payday = payday.AddDays(14))
        {
            agenda.At(payday.AddHours(-12), office.FromCardsAsync);
            agenda.At(payday, payouts.PaydayAsync);
        }

        agenda.At(begin.AddDays(200), office.AgreeOnCashAsync);
        for (var codday = begin.AddDays(215); codday < end.AddDays(-3); codday = codday.AddDays(14))
            agenda.At(codday, office.FromCarrierAsync);

        for (var taxday = begin.AddDays(40); taxday < end.AddDays(-5); taxday = taxday.AddDays(30))
            agenda.At(taxday, office.ToTaxOfficeAsync);
        agenda.At(end.AddDays(-4), office.FromCardsAsync);
        agenda.At(end.AddDays(-3), payouts.LastPaydayAsync);
        agenda.At(end.AddHours(-2), payouts.DraftAsync);
        agenda.At(end.AddHours(-1), office.CompareCardsAsync);
        agenda.At(end.AddHours(-2), desks.OneComesBackAsync);
        agenda.At(end.AddHours(-1), desks.CarriersPayAsync);

        // What is open when somebody looks at the demo.
        foreach (var (hours, fate) in new[] { (3, Fate.Never), (8, Fate.Never), (6, Fate.Half), (17, Fate.Never), (20, Fate.NoCode), (30, Fate.Exact), (41, Fate.Exact), (52, Fate.Exact), (60, Fate.Recalled), (100, Fate.Twice), (120, Fate.Late) })
            agenda.At(end.AddHours(-hours), () => PlaceAsync(fate));
        await agenda.LiveAsync(end, () => EveningAsync(cancellationToken));
    }

    // What the clock and the messages do all day, once a day: what ran out is known before the next day's money comes, which is late.
    // What counts in days goes round every other one.
    private async Task EveningAsync(CancellationToken cancellationToken)
    {
        await stage.RoundAsync<ExpireUnpaidOrders>(cancellationToken);
        if (_evenings++ % 2 == 0)
        {
            await stage.RoundAsync<RemindSellers>(cancellationToken);
            await stage.RoundAsync<OverdueSellerOrders>(cancellationToken);
            await stage.RoundAsync<UnsentSellerOrders>(cancellationToken);
            await stage.RoundAsync<AskWhetherArrived>(cancellationToken);
            await stage.RoundAsync<DeliveredByClock>(cancellationToken);
            await stage.RoundAsync<ReleaseHolds>(cancellationToken);
        }

        await stage.DeliverAsync(cancellationToken);
        await stage.ForgetMailsAsync(cancellationToken);
    }

    private async Task PlaceAsync(Fate? fate)
    {
        // Whom nothing that she wanted can be sent to looks for something else.
        for (var tries = 0; tries < MostTries; tries++)
            if (await TryPlaceAsync(fate))
                return;
    }

    private async Task<bool> TryPlaceAsync(Fate? fate)
    {
        // Whoever signed in keeps the basket with her account; the others carry a key.
        var (actor, who) = dice.Chance(8) ? (buyer, DemoBuyer.SignedIn) : (Pipeline.Actor.Guest("127.0.0.1"), dice.One(content.Buyers.Buyers));
        var (country, province) = (who.Country, who.ProvinceCode ?? who.Region ?? "");
        var way = fate is not null ? PaymentWay.BankTransfer
            : country != Zones.HomeCountry ? PaymentWay.Card
            : dice.Chance(35) ? PaymentWay.CashOnDelivery : PaymentWay.BankTransfer;
        var wanted = Wanted();
        string? key = null;
        foreach (var want in wanted)
            key = (await stage.DoAsync(new AddToBasket.Command(actor, key, want.Variant, want.Quantity))).Key ?? key;
        var currency = way == PaymentWay.Card ? await rates.OfAsync(country) : Currency.VND;
        var page = await stage.SendAsync(new CheckoutPage.Query(actor, key, new(country, province), new Dictionary<CooperativeId, DeliveryWay>(), "", currency));
        if (!page.Offer.CanBeOrdered || Ways(page.Offer, province) is not { } ways)
        {
            await stage.DoAsync(new ChangeBasket.Command(actor, key, [.. wanted.Select(w => w with { Quantity = 0 })]));
            return false;
        }

        if (ways.ContainsValue(DeliveryWay.PickUp))
            page = await stage.SendAsync(new CheckoutPage.Query(actor, key, new(country, province), ways, ""));
        // Her parcels came back too often, or it is too dear for a carrier's purse.
        if (way == PaymentWay.CashOnDelivery && (page.Ways.Any(w => w is { Way: PaymentWay.CashOnDelivery, IsOpen: false })
            || await stage.WithAsync<RefusedParcels, bool>(r => r.AreManyAsync(Phones.Read(who.Phone, country), CancellationToken.None))))
            way = PaymentWay.BankTransfer;
        var note = dice.Chance(30) ? dice.One(content.Buyers.Notes).Text.In(who.Language) : "";
        var checkout = new PlaceOrder.Command(
            actor, key, page.FormKey, Shown.Of(page.Offer), who.Name, who.Phone, who.Email ?? "", country,
            province, who.Commune ?? who.City ?? "", who.Line, who.Postcode ?? "", note, way, ways, who.Language)
        {
            Charge = page.Charge,
        };
        var placed = await stage.DoAsync(fate == Fate.Exact ? AsFirm(checkout) : checkout);
        var order = (await stage.WithAsync<OrderBooks, OrderBook?>(b => b.ByCodeAsync(placed.Code, CancellationToken.None)))!;
        var isPaid = way switch
        {
            PaymentWay.CashOnDelivery => true,
            PaymentWay.Card => await cards.PayAsync(order),
            _ => tills.Pay(order, fate),
        };
        if (isPaid)
            desks.Take(order);
        return true;
    }

    // An invented firm: no province gives out codes that begin with 99.
    private static PlaceOrder.Command AsFirm(PlaceOrder.Command checkout) => checkout with
    {
        InvoiceName = "Công ty TNHH Quà Bản Xa",
        InvoiceTaxCode = "9900000016",
        InvoiceAddress = "Số 8 đường Tô Hiệu, phường Chiềng Sinh, Sơn La",
        InvoiceEmail = "ketoan@quabanxa.test",
    };

    private List<Wanted> Wanted()
    {
        List<Wanted> wanted = [];
        var month = agenda.Now.Month;
        // Most who came for one thing stay with the women who make it.
        var first = dice.One(sizes);
        var others = Enumerable.Range(0, dice.Below(3)).Select(_ => dice.One(dice.Chance(65) ? _sizes[first.Cooperative] : sizes));
        foreach (var size in others.Prepend(first).DistinctBy(s => s.Id).Where(s => s.IsSoldIn(month)))
            wanted.Add(new(size.Id, 1 + dice.Below(size.Told.PriceDong > 300_000 || size.Told.ParcelGrams > HeavyGrams ? 1 : 3)));
        return wanted;
    }

    // A parcel wherever one can be sent. Fetching it is for those who live near: null where somebody from far away would have to.
    private Dictionary<CooperativeId, DeliveryWay>? Ways(Offer offer, string province)
    {
        Dictionary<CooperativeId, DeliveryWay> ways = [];
        foreach (var part in offer.Parts)
        {
            var open = part.Ways!.Offers.Select(o => o.Way).ToList();
            var near = province == Places.SonLa;
            if (!near && !open.Contains(DeliveryWay.Standard))
                return null;
            ways[part.Cooperative.Id] = near && open.Contains(DeliveryWay.PickUp) && dice.Chance(50) ? DeliveryWay.PickUp : open[0];
        }

        return ways;
    }
}
