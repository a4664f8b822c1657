using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Features.Catalog;
using CoopMarket.Web.Features.Photos.Jobs;
using CoopMarket.Web.Features.Sellers;
using CoopMarket.Web.Features.Settlement;
using CoopMarket.Web.Features.Shipping;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Hosting.Verbs;
using CoopMarket.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Seed;

/// <summary>
/// <c>seed demo [--wait]</c>: the demo market, made by the real commands on a moved clock; Development only, and only into an empty
/// database. With <c>--wait</c> it returns when every photo stands.
/// </summary>
internal sealed class SeedDemo(
    Stage stage, MarketDb db, BankTransferSettings bank, StripeSettings stripe, MarketSettings market, IHostEnvironment environment, TimeProvider time, MakeVariants photos, Haste haste)
{
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    // Stands while the year is being lived through, and names the database.
    private string Begun => Path.Combine(market.DataDirectory, "seeding");

    private string Database => $"{db.Database.ProviderName} {db.Database.GetDbConnection().DataSource} {db.Database.GetDbConnection().Database}";

    public async Task<int> RunAsync(string[] words, CancellationToken cancellationToken)
    {
        // A year that was broken off is thrown away: what it left is no market.
        if (File.Exists(Begun) && await File.ReadAllTextAsync(Begun, cancellationToken) == Database)
            await db.Database.EnsureDeletedAsync(cancellationToken);
        await Migrate.UpAsync(db, cancellationToken);
        if (!await db.Set<Account>().AnyAsync(cancellationToken))
        {
            var started = time.GetTimestamp();
            await File.WriteAllTextAsync(Begun, Database, cancellationToken);
            await haste.DoAsync(() => SeedAsync(cancellationToken), cancellationToken);
            File.Delete(Begun);
            Console.WriteLine($"The demo's year was lived through in {time.GetElapsedTime(started).TotalSeconds:F0} s.");
        }

        if (words.Contains("--wait"))
            await photos.RunAsync(cancellationToken);
        return 0;
    }

    private async Task SeedAsync(CancellationToken cancellationToken)
    {
        var content = DemoContent.Read(environment);
        var end = time.Now();
        var begin = end - Year;
        var key = stripe.SecretKey;
        try
        {
            // In the demo's past cards were taken, whether they are today or not.
            if (!stripe.IsOffered)
                stripe.SecretKey = "sk_test_of_the_demo";
            stage.At(begin.AddDays(-20));
            var sellers = new DemoSellers(stage, content);
            var goods = new DemoGoods(stage, content);
            var stories = new DemoStories(stage, content);
            await stage.DoAsync(new EnsureRules.Command(Stage.Seeder));
            await stage.DoAsync(new EnsureTaxRates.Command(Stage.Seeder));
            await stage.DoAsync(new EnsureForbiddenWords.Command(Stage.Seeder));
            var (admin, second) = await sellers.AdminsAsync();
            var buyer = await sellers.PersonAsync(DemoBuyer.SignedIn.Email!, DemoBuyer.SignedIn.Name);
            await stories.HomeAsync();
            var categories = await goods.CategoriesAsync(admin, begin.AddDays(-20).AddMinutes(1));
            var cooperatives = await sellers.CooperativesAsync(admin, begin.AddDays(-19));
            await stage.DeliverAsync(cancellationToken);
            var sizes = await goods.ProductsAsync(admin, cooperatives, categories, begin.AddDays(-12));
            await stage.DeliverAsync(cancellationToken);
            await stories.TellAsync(cooperatives, sizes, begin);
            await stage.DoAsync(new CallFirst.Command(cooperatives["chetaxua"].Manager, cooperatives["chetaxua"].Id, true));
            Agenda agenda = new(stage);
            var income = new DemoIncome(stage, content, cooperatives, agenda);
            await income.BeginAsync(sizes, begin.AddHours(-1));
            income.Plan(begin, end);
            new DemoReviews(stage, content, sizes, cooperatives, agenda).Plan(begin, end);
            DemoRates rates = new(stage, agenda);
            await rates.BeginAsync();
            await YearOf(content, sizes, cooperatives, (admin, second), buyer, agenda, rates).LiveAsync(begin, end, cancellationToken);
            await goods.CountAsync(sizes, cooperatives);
            await goods.CertifyAsync(admin, sizes, cooperatives);
            await goods.LookAtEditsAsync(admin);
            await new DemoToday(stage, sellers, goods, cooperatives).StandAsync(admin, buyer, sizes, categories, end);
            await new DemoAhead(stage, content, cooperatives).SellAsync(sizes, end);
            await new DemoLots(stage, income, cooperatives).WriteAsync(sizes, end);
            await new DemoComplaints(stage, cooperatives).HearAsync(admin, second, sizes, end);
            await new DemoQuestions(stage, cooperatives).AskAsync(admin, buyer, sizes, end);
            await new DemoConsents(stage, cooperatives).AgreeAsync(end);
            stage.At(end);
            await rates.OfTodayAsync(end);
            await stage.DeliverAsync(cancellationToken);
            await stage.ForgetMailsAsync(cancellationToken);
        }
        finally
        {
            stage.Today();
            stripe.SecretKey = key;
        }
    }

    private DemoYear YearOf(
        DemoContent content, IReadOnlyList<SeededSize> sizes, IReadOnlyDictionary<string, SeededCooperative> cooperatives, (Actor First, Actor Second) admins, Actor buyer, Agenda agenda, DemoRates rates)
    {
        Dice dice = new(20261123);
        DemoGateway gateway = new(stage, agenda);
        var office = new DemoOffice(stage, agenda, gateway, bank, admins.First, admins.Second);
        var desks = new DemoDesks(stage, agenda, dice, cooperatives) { BeforeItIsBack = office.FromCarrierTooEarlyAsync };
        return new(
            stage, content, sizes, new DemoTills(stage, agenda, dice, bank), new DemoCards(stage, agenda, dice, gateway), rates, desks, office, new DemoPayouts(stage, agenda, bank, admins.First, admins.Second), agenda, dice, buyer);
    }
}
