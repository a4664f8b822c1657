using System.Collections.Concurrent;
using System.Diagnostics;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Payments.Cards;

namespace CoopMarket.Benchmarks;

/// <summary>What the measurements with many buyers at once share.</summary>
internal static class Rush
{
    /// <summary>How long the gateway takes for each answer.</summary>
    public static readonly TimeSpan Gateway = TimeSpan.FromMilliseconds(300);

    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(50);

    /// <summary>Delivers as the market does by itself while something goes on, and what is left when it has ended.</summary>
    public static async Task WhileDeliveringAsync(Market market, Func<Task> something)
    {
        using CancellationTokenSource over = new();
        var delivering = DeliverAsync(market, over.Token);
        await something();
        await over.CancelAsync();
        await delivering;
        await market.DeliverAsync();
    }

    /// <summary>Tells the market a message of the gateway's and answers the status; how many milliseconds it took goes into the bag.</summary>
    public static async Task<int> TellAsync(CardMarket cards, ConcurrentBag<double> acknowledged, string body, string signature)
    {
        var began = Stopwatch.GetTimestamp();
        var status = await cards.TellAsync(body, signature);
        acknowledged.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        return (int)status;
    }

    /// <summary>The value below which so many of a hundred lie; 0 of none.</summary>
    public static double At(ConcurrentBag<double> values, int percent)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? 0 : sorted[Math.Min(sorted.Length - 1, sorted.Length * percent / 100)];
    }

    private static async Task DeliverAsync(Market market, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            await market.DeliverAsync();
            await Task.Delay(Rest, CancellationToken.None);
        }
    }
}
