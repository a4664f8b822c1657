using BenchmarkDotNet.Running;
using CoopMarket.Benchmarks;

// flash [buyers]    5,000 buyers want 100 pieces at once, on both databases
// photo FILE [n]    a photo from upload to all widths and formats, with its peak of memory
// hot               the rules that run most, in BenchmarkDotNet
return args switch
{
    ["flash", .. var rest] => await FlashSale.RunAsync(rest.Length > 0 ? int.Parse(rest[0], System.Globalization.CultureInfo.InvariantCulture) : 5_000),
    ["photo", var file, .. var rest] => await OnePhoto.RunAsync(file, rest.Length > 0 ? int.Parse(rest[0], System.Globalization.CultureInfo.InvariantCulture) : 5),
    ["hot", .. var rest] => BenchmarkSwitcher.FromTypes([typeof(HotPaths)]).Run(rest).Any() ? 0 : 1,
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Say «flash [buyers]», «photo FILE [times]» or «hot».");
    return 2;
}
