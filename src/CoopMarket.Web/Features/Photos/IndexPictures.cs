using CoopMarket.Web.Adapters.Images;
using CoopMarket.Web.Hosting;

namespace CoopMarket.Web.Features.Photos;

/// <summary><c>index-pictures</c>: for who changes the demo's pictures; writes <c>Seed/Pictures/index.json</c> anew.</summary>
internal sealed class IndexPictures(SeedPictures pictures, PhotoWorks works) : IVerb
{
    public async Task<int> RunAsync(string[] words, CancellationToken cancellationToken)
    {
        Console.WriteLine($"{await pictures.WriteIndexAsync(works, cancellationToken)} pictures");
        return 0;
    }
}
