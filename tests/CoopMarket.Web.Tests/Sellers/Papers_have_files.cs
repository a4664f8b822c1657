using CoopMarket.Domain.Shared;
using CoopMarket.Web.Adapters.Blobs;
using CoopMarket.Web.Features.Sellers;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.House;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Sellers;

public sealed class Papers_have_files
{
    [Theory, EveryDatabase]
    internal async Task A_paper_that_is_missing_is_found(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        await market.HandInAsync(await market.PersonAsync());
        (await FindAsync(market)).ShouldBe(new Finding(Holds: true, "1 papers"));

        var key = Papers.KeyOf(SellersFactory.Details().Papers[0].Id);
        await market.Services.GetRequiredService<IBlobs>().Delete(key, CancellationToken.None);
        (await FindAsync(market)).ShouldBe(new Finding(Holds: false, $"1 papers are missing: {key}"));
    }

    [Theory, EveryDatabase]
    internal async Task A_file_that_no_application_names_is_swept_after_a_day_and_found_if_it_is_not(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        // Files are as old as the disk says: the market's clock starts where the disk's stands.
        market.Clock.SetUtcNow(TimeProvider.System.GetUtcNow().AddMinutes(1));
        var applicant = await market.PersonAsync();
        await market.FillAsync(applicant, SellersFactory.Details());
        var unnamed = await market.WithAsync<Papers, Outcome<SellerPaper>>(p => p.KeepAsync(new MemoryStream("%PDF-1.7"u8.ToArray()), CancellationToken.None));

        await market.RoundAsync<SweepPapers>();
        (await KeysAsync(market)).Count.ShouldBe(2, "a day has not gone by");
        market.Clock.Advance(SweepPapers.Young + SweepPapers.Round);
        (await FindAsync(market)).Holds.ShouldBeTrue("the sweeper has not come by");
        market.Clock.Advance(TimeSpan.FromDays(1));
        (await FindAsync(market)).Figure.ShouldBe($"1 files belong to nothing and were not swept: {Papers.KeyOf(unnamed.Value!.Id)}");

        await market.RoundAsync<SweepPapers>();
        (await KeysAsync(market)).ShouldBe([Papers.KeyOf(SellersFactory.Details().Papers[0].Id)]);
        (await FindAsync(market)).Holds.ShouldBeTrue();
    }

    private static async Task<IReadOnlyList<string>> KeysAsync(Market market)
    {
        List<string> keys = [];
        await foreach (var blob in market.Services.GetRequiredService<IBlobs>().List(Papers.Folder, CancellationToken.None))
            keys.Add(blob.Key);
        return keys;
    }

    private static Task<Finding> FindAsync(Market market)
        => market.WithAsync<IEnumerable<IInvariant>, Finding>(all => all.OfType<PapersHaveFiles>().Single().FindAsync(CancellationToken.None));
}
