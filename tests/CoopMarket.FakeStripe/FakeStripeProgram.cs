using System.Globalization;
using System.Runtime.InteropServices;

namespace CoopMarket.FakeStripe;

/// <summary><c>[--port N] [--webhooks URL] [--latency MILLISECONDS]</c>: runs beside the market until it is told to end.</summary>
internal static class FakeStripeProgram
{
    private static async Task<int> Main(string[] args)
    {
        var (port, url, latency) = (12_111, "http://localhost:5080/webhooks/stripe", 0);
        for (var at = 0; at < args.Length; at += 2)
        {
            switch (args[at..])
            {
                case ["--port", var given, ..] when int.TryParse(given, CultureInfo.InvariantCulture, out port):
                case ["--latency", var late, ..] when int.TryParse(late, CultureInfo.InvariantCulture, out latency):
                    break;
                case ["--webhooks", var there, ..] when Uri.IsWellFormedUriString(there, UriKind.Absolute):
                    url = there;
                    break;
                default:
                    await Console.Error.WriteLineAsync("Say [--port N] [--webhooks URL] [--latency MILLISECONDS].");
                    return 2;
            }
        }

        await using var stripe = await FakeStripeHost.StartAsync(webhookUrl: new(url), port: port);
        stripe.Faults.Latency = TimeSpan.FromMilliseconds(latency);
        Console.WriteLine($"A stand-in for Stripe listens on {stripe.ApiBase} and tells {url} of what happens. Start the market with");
        Console.WriteLine(string.Join(' ', stripe.Settings.Select(s => $"{s.Key.Replace(":", "__", StringComparison.Ordinal)}={s.Value}")));

        Console.WriteLine("With Stripe__Connect=true it also pays cooperatives by transfers to their accounts.");

        using var ended = new CancellationTokenSource();
        void End(PosixSignalContext signal)
        {
            signal.Cancel = true;
            ended.Cancel();
        }

        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        using var seconds = new PeriodicTimer(TimeSpan.FromSeconds(1));
        try
        {
            while (await seconds.WaitForNextTickAsync(ended.Token))
                stripe.Look();
        }
        catch (OperationCanceledException)
        {
            // Told to end.
        }
        return 0;
    }
}
