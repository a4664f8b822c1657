using CoopMarket.Web.Hosting;

namespace CoopMarket.Web.Seed;

/// <summary><c>seed demo</c> and <c>seed scale</c>: Development only.</summary>
internal sealed class SeedVerb(SeedDemo demo, SeedScale scale, IHostEnvironment environment) : IVerb
{
    public async Task<int> RunAsync(string[] words, CancellationToken cancellationToken)
    {
        switch (environment.IsDevelopment() ? words.FirstOrDefault() : null)
        {
            case "demo":
                return await demo.RunAsync(words, cancellationToken);
            case "scale" when SeedScale.Wanted(words) is { } products:
                return await scale.RunAsync(products, cancellationToken);
            default:
                await Console.Error.WriteLineAsync("Say «seed demo» or «seed scale --products N», in Development.");
                return 2;
        }
    }
}
