using System.Globalization;
using BenchmarkDotNet.Running;
using CoopMarket.Web.Adapters.Images;
using CoopMarket.Web.Hosting;

namespace CoopMarket.Benchmarks;

/// <summary>
/// <c>flash [buyers]</c>: 5,000 buyers want 100 pieces at once, on both databases. <c>cards [a second] [seconds]</c>: buyers pay by card.
/// <c>buyers [a second] [seconds]</c>: they do it through the pages. <c>baskets [seconds]</c>: things are put into baskets. <c>refunds [orders]</c>: all that came is given back. <c>statement [lines]</c>: a bank's statement taken in and matched, and the check afterwards. <c>ledger [lines]</c>: entries written, and the check of a large ledger. <c>photo FILE [times]</c>: a photo from upload to
/// all widths and formats, with its peak of memory. <c>beside FILE [times]</c>: the same by SkiaSharp. <c>quality FOLDER [pictures] [formats …]</c>: how much of a picture each quality keeps. <c>uploads [photos]</c>: all at once while a reader opens pages. <c>speed [times]</c>: pages, as Lighthouse sees them. <c>growth [database] [products …]</c>: pages as the shelves fill, on both databases or one. <c>hot</c>: the rules that run most, in BenchmarkDotNet.
/// </summary>
internal static class BenchmarkProgram
{
    private static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            case ["flash", .. var rest]:
                // The market is hosted as in the tests, whose host looks beside the program for where its files are.
                Environment.CurrentDirectory = AppContext.BaseDirectory;
                return await FlashSale.RunAsync(rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 5_000);
            case ["cards", .. var rest]:
                Environment.CurrentDirectory = AppContext.BaseDirectory;
                return await CardRush.RunAsync(
                    rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 50, rest.Length > 1 ? int.Parse(rest[1], CultureInfo.InvariantCulture) : 60);
            case ["buyers", .. var rest]:
                Environment.CurrentDirectory = AppContext.BaseDirectory;
                return await PageRush.RunAsync(
                    rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 50, rest.Length > 1 ? int.Parse(rest[1], CultureInfo.InvariantCulture) : 60);
            case ["baskets", .. var rest]:
                Environment.CurrentDirectory = AppContext.BaseDirectory;
                return await BasketRush.RunAsync(rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 20);
            case ["refunds", .. var rest]:
                Environment.CurrentDirectory = AppContext.BaseDirectory;
                return await RefundRush.RunAsync(rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 1_000);
            case ["statement", .. var rest]:
                Environment.CurrentDirectory = AppContext.BaseDirectory;
                return await LongStatement.RunAsync(rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 10_000);
            case ["ledger", .. var rest]:
                Environment.CurrentDirectory = AppContext.BaseDirectory;
                return await BigLedger.RunAsync(rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 1_000_000);
            case ["photo", var file, .. var rest]:
                return await OnePhoto.RunAsync(file, rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 5);
            case ["beside", var file, .. var rest]:
                return await Beside.RunAsync(file, rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 7);
            case ["uploads", .. var rest]:
                Environment.CurrentDirectory = AppContext.BaseDirectory;
                return await Uploads.RunAsync(rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 100);
            case ["speed", .. var rest]:
                Environment.CurrentDirectory = AppContext.BaseDirectory;
                return await Speed.RunAsync(rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 5);
            case ["quality", var folder, .. var rest]:
                return await Quality.RunAsync(
                    folder, rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 6,
                    rest.Length > 1 ? [.. rest.Skip(1).Select(f => Enum.Parse<PhotoFormat>(f, ignoreCase: true))] : Enum.GetValues<PhotoFormat>());
            case ["growth", .. var rest]:
                Environment.CurrentDirectory = AppContext.BaseDirectory;
                int[] sizes = [.. rest.Where(w => char.IsAsciiDigit(w[0])).Select(n => int.Parse(n, CultureInfo.InvariantCulture))];
                DatabaseProvider[] on = [.. rest.Where(w => !char.IsAsciiDigit(w[0])).Select(n => Enum.Parse<DatabaseProvider>(n, ignoreCase: true))];
                return await Growth.RunAsync(on.Length > 0 ? on : Enum.GetValues<DatabaseProvider>(), sizes.Length > 0 ? sizes : [1_000, 10_000, 100_000]);
            case ["hot", .. var rest]:
                return BenchmarkSwitcher.FromTypes([typeof(HotPaths)]).Run(rest).Any() ? 0 : 1;
            default:
                await Console.Error.WriteLineAsync("Say «flash [buyers]», «cards [a second] [seconds]», «buyers [a second] [seconds]», «baskets [seconds]», «refunds [orders]», «statement [lines]», «ledger [lines]», «photo FILE [times]», «beside FILE [times]», «quality FOLDER [pictures] [formats …]», «uploads [photos]», «speed [times]», «growth [database] [products …]» or «hot».");
                return 2;
        }
    }
}
