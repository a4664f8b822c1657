using CoopMarket.Web.Data;
using CoopMarket.Web.Seed;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Hosting;

/// <summary>Starts serving: in Development with the demo market, elsewhere only on a database that is up to date.</summary>
internal static class Serving
{
    public static async Task<int> RunAsync(WebApplication app)
    {
        if (app.Environment.IsDevelopment())
        {
            await RunVerbAsync(app, "migrate");
            if (app.Configuration.GetValue("Market:Demo", true))
            {
                await RunVerbAsync(app, "seed", "demo");
                Tell(app);
            }
        }
        else if (await PendingAsync(app.Services))
        {
            await Console.Error.WriteLineAsync("The database is behind this program. Run the verb «migrate» first, then serve again.");
            return 3;
        }

        await app.RunAsync();
        return 0;
    }

    private static async Task RunVerbAsync(WebApplication app, string name, params string[] words)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredKeyedService<IVerb>(name).RunAsync(words, app.Lifetime.ApplicationStopping);
    }

    private static void Tell(WebApplication app)
    {
        var address = app.Services.GetRequiredService<MarketSettings>().PublicUrl;
        Console.WriteLine($"""

            CoopMarket, the demo market    {address}      in English {address}/en
            The cooperatives' desk         {address}/sell
            The admins' pages              {address}/admin
            Mails                          {address}/dev/mail
            Accounts, all with the password {DemoSellers.Password}:
              admin@demo.test  admin2@demo.test (asked for a code before money and bank data; its page shows it, an app takes {DemoSellers.FactorSecret})
              buyer@demo.test  choduyet@demo.test (awaits approval)
              toiden@demo.test  chetaxua@demo.test  thocam@demo.test  xoaiyenchau@demo.test  matong@demo.test  goihang@demo.test (packs)

            """);
    }

    private static async Task<bool> PendingAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<MarketDb>().Database.GetPendingMigrationsAsync()).Any();
    }
}
