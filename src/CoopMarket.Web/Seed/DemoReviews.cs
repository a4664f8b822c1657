using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Reviews;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Features.Photos;
using CoopMarket.Web.Features.Reviews;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Seed;

/// <summary>Buyers say, week by week, how it was that arrived; cooperatives answer some, and one review waits for an admin at the end.</summary>
internal sealed class DemoReviews(Stage stage, DemoContent content, IReadOnlyList<SeededSize> sizes, IReadOnlyDictionary<string, SeededCooperative> cooperatives, Agenda agenda)
{
    private const int OfHundredWrite = 40;
    private const int OfHundredShow = 12;
    private const int OfHundredAreAnswered = 30;
    private const int OfHundredSpeakOfIt = 70;
    private const int OfHundredSign = 80;

    // Dice of its own: the rest of the year stays as it was.
    private readonly Dice _dice = new(20261129);
    private readonly HashSet<(ProductId Product, string Words)> _said = [];
    private readonly Dictionary<CooperativeId, SeededCooperative> _desks = cooperatives.Values.ToDictionary(c => c.Id);

    /// <summary>What will be said from <paramref name="begin"/> to <paramref name="end"/>, UTC.</summary>
    public void Plan(DateTimeOffset begin, DateTimeOffset end)
    {
        for (var week = begin.AddDays(21); week < end.AddDays(-2); week = week.AddDays(7))
            agenda.At(week, WeekAsync);
        agenda.At(end.AddHours(-5), ReportAsync);
    }

    private async Task WeekAsync()
    {
        var (from, to) = (agenda.Now.AddDays(-10), agenda.Now.AddDays(-3));
        var orders = await stage.WithAsync<MarketDb, List<Order>>(db => db.Set<Order>().AsNoTracking().AsSplitQuery()
            .Where(o => o.Parts.Any(p => p.State == SellerOrderState.Delivered && p.DeliveredAt >= from && p.DeliveredAt < to)).OrderBy(o => o.PlacedAt).ToListAsync());
        foreach (var order in orders)
            foreach (var part in order.Parts.Where(p => p.State == SellerOrderState.Delivered && p.DeliveredAt >= from && p.DeliveredAt < to).OrderBy(p => p.Position))
                foreach (var line in part.Lines.Where(l => l.Left > 0).OrderBy(l => l.Position))
                    if (_dice.Chance(OfHundredWrite))
                        await WriteAsync(order, part, line);
    }

    private async Task WriteAsync(Order order, SellerOrder part, OrderLine line)
    {
        if (sizes.FirstOrDefault(z => z.ProductId == line.Product)?.Product is not { } product || Choose(order, product, line.Product) is not { } said)
            return;
        var secret = await stage.WithAsync<OrderSecrets, string>(s => Task.FromResult(s.Open(order)));
        Languages.Speak(said.Language);
        var review = await stage.DoAsync(new WriteReview.Command(
            Actor.Guest("127.0.0.1"), order.Code, secret, line.Id, said.Stars.ToString(System.Globalization.CultureInfo.InvariantCulture), said.Words, _dice.Chance(OfHundredSign) ? Called(order) : ""));
        if (said is { Words.Length: > 0, Stars: > 3 } && _dice.Chance(OfHundredShow) && product.Pictures is [.., var picture])
            await stage.DoAsync(new SeedPhoto.Command(Stage.Seeder, null, review, picture));
        if (said.Words.Length > 0 && (said.Answer is not null || _dice.Chance(OfHundredAreAnswered)))
            agenda.After(_dice.Between(TimeSpan.FromHours(5), TimeSpan.FromDays(2)), () => AnswerAsync(_desks[part.Cooperative], review, said));
    }

    // Of one thing nobody says what another has said; who has no more to say gives stars.
    private DemoReview? Choose(Order order, DemoProduct product, ProductId id)
    {
        var fitting = content.Said.Reviews.Where(r => r.Language == order.Language && r.Fits(product.Category) && !_said.Contains((id, r.Words))).ToList();
        if (fitting.Count == 0)
            return null;
        // What was said of just such things is what most speak of.
        var own = fitting.Where(r => r.Of is not null).ToList();
        var said = _dice.One(own.Count > 0 && _dice.Chance(OfHundredSpeakOfIt) ? own : fitting);
        if (said.Words.Length > 0)
            _said.Add((id, said.Words));
        return said;
    }

    // By her own name alone: in Vietnamese it is the last.
    private static string Called(Order order)
    {
        var names = order.To.Name.Split(" (")[0].Split(' ');
        return names[order.Language == Languages.All[0] ? ^1 : 0];
    }

    private async Task AnswerAsync(SeededCooperative desk, ReviewId review, DemoReview said)
    {
        var language = said.Language == Languages.All[0] ? said.Language : "en";
        Languages.Speak(language);
        await stage.DoAsync(new AnswerReview.Command(desk.Manager, desk.Id, review, said.Answer ?? _dice.One(content.Said.Thanks[language])));
        foreach (var (other, words) in said.Translations ?? new Dictionary<string, string>())
            await stage.DoAsync(new TranslateReview.Command(desk.Manager, desk.Id, review, other, words));
    }

    private async Task ReportAsync()
    {
        if (await stage.WithAsync<MarketDb, ReviewId?>(db => db.Set<Review>().Where(r => r.State == ReviewState.Shown && r.Words == content.Said.BesideThePoint).OrderByDescending(r => r.WrittenAt).Select(r => (ReviewId?)r.Id).FirstOrDefaultAsync()) is { } newest)
            await stage.DoAsync(new ReportReview.Command(Actor.Guest("127.0.0.1"), newest, nameof(ReportReason.BesideThePoint), ""));
    }
}
