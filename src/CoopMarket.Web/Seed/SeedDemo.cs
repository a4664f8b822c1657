using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Features.Photos.Jobs;
using CoopMarket.Web.Features.Shipping;
using CoopMarket.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Seed;

/// <summary>
/// <c>seed demo [--wait]</c>: the demo market, made by the real commands on a moved clock; Development only, and only into an empty
/// database. With <c>--wait</c> it returns when every photo stands.
/// </summary>
internal sealed class SeedDemo(Stage stage, MarketDb db, BankTransferSettings bank, IHostEnvironment environment, TimeProvider time, MakeVariants photos) : IVerb
{
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    public async Task<int> RunAsync(string[] words, CancellationToken cancellationToken)
    {
        if (words.FirstOrDefault() != "demo" || !environment.IsDevelopment())
        {
            await Console.Error.WriteLineAsync("Say «seed demo», in Development.");
            return 2;
        }

        if (!await db.Set<Account>().AnyAsync(cancellationToken))
        {
            var started = time.GetTimestamp();
            await SeedAsync(cancellationToken);
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
        try
        {
            stage.At(begin.AddDays(-20));
            var sellers = new DemoSellers(stage, content);
            var goods = new DemoGoods(stage, content);
            var stories = new DemoStories(stage, content);
            await stage.DoAsync(new EnsureRules.Command(Stage.Seeder));
            var admin = await sellers.AdminsAsync();
            var buyer = await sellers.PersonAsync("buyer@demo.test", "Trần Minh Anh");
            await stories.HomeAsync();
            var categories = await goods.CategoriesAsync(admin, begin.AddDays(-20).AddMinutes(1));
            var cooperatives = await sellers.CooperativesAsync(admin, begin.AddDays(-19));
            await stage.DeliverAsync(cancellationToken);
            var sizes = await goods.ProductsAsync(admin, cooperatives, categories, begin.AddDays(-12));
            await stage.DeliverAsync(cancellationToken);
            await stories.TellAsync(cooperatives, sizes, begin);
            await new DemoYear(stage, content, sizes, cooperatives, buyer, bank).LiveAsync(begin, end, cancellationToken);
            await goods.CountAsync(sizes, cooperatives);
            await goods.CertifyAsync(sizes, cooperatives);
            await sellers.ApplicantAsync(end.AddHours(-20));
            stage.At(end);
            await stage.DeliverAsync(cancellationToken);
        }
        finally
        {
            stage.Today();
        }
    }
}
