using CoopMarket.Web.Adapters.Rates;
using CoopMarket.Web.Features.Rates.Contract;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Rates;

/// <summary>Registers the area.</summary>
internal static class RatesArea
{
    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(10);

    public static void AddRates(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<RatesToday>().AddScoped<ReaderPrices>();
        builder.Services.AddHttpClient(VietcombankFeed.Connection, client =>
        {
            client.Timeout = LongestCall;
            client.MaxResponseContentBufferSize = VietcombankFeed.MostBytes;
        });
        builder.Services.AddSingleton<VietcombankFeed>().AddEvery<FetchRates>(TimeSpan.FromHours(2));
    }
}
