using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Payments.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Payments;

/// <summary>A market with a bank account, orders that await their money, and SePay's webhooks.</summary>
internal static class PaymentsFactory
{
    public const string Account = "7900205123456";
    public const string Key = "key-of-the-tests-0123456789";
    public const string Secret = "secret-of-the-tests-0123456789";

    private static long _line;

    /// <summary>A market whose bank tells by SePay, proven by its key.</summary>
    public static Task<Market> OpenAsync(DatabaseProvider provider, params (string Key, string Value)[] settings)
    {
        Dictionary<string, string> all = new(StringComparer.Ordinal)
        {
            ["BankTransfer:Bin"] = "970405",
            ["BankTransfer:AccountNumber"] = Account,
            ["BankTransfer:AccountName"] = "CHO COOPMARKET",
            ["BankTransfer:SePay:ApiKey"] = Key,
        };
        foreach (var (key, value) in settings)
            all[key] = value;
        return Market.OpenAsync(provider, [.. all.Select(s => (s.Key, s.Value))]);
    }

    /// <summary>A carrier pays the market the cash that it collects, since before the first day; said twice it stays said once.</summary>
    public static Task AgreeOnCashAsync(this Market market, Carrier carrier) => market.InDbAsync(async db =>
    {
        var now = market.Clock.GetUtcNow();
        if (!await db.Set<CashAgreement>().AnyAsync(a => a.Carrier == carrier))
            db.Add(new CashAgreement { Id = new(Guid.NewGuid()), Carrier = carrier, PaysMarket = true, From = now.AddYears(-1), AddedAt = now });
        return await db.SaveChangesAsync();
    });

    /// <summary>A carrier's list as a file, with the sum that it pays over for each parcel.</summary>
    public static byte[] CarriersList(params (string Number, long Cash, long Fee)[] lines)
        => Encoding.UTF8.GetBytes(string.Join('\n', lines.Select(l => $"{l.Number};{l.Cash};{l.Fee};{l.Cash - l.Fee}").Prepend("Mã vận đơn;Tiền thu hộ;Tổng phí;Thực nhận")));

    /// <summary>An order that awaits its money; the order itself belongs to another area and is not there.</summary>
    public static async Task<(OrderId Id, string Code)> AwaitAsync(this Market market, long dong, PaymentWay way = PaymentWay.BankTransfer)
    {
        await using var scope = market.Services.CreateAsyncScope();
        var ids = scope.ServiceProvider.GetRequiredService<Ids>();
        var order = ids.New<OrderId>();
        var code = PublicCode.From(ids.Random(5)).Value;
        await scope.ServiceProvider.GetRequiredService<Tills>().OpenAsync(order, code, way, Money.Dong(dong), market.Clock.GetUtcNow().AddDays(1), default);
        await scope.ServiceProvider.GetRequiredService<MarketDb>().SaveChangesAsync();
        return (order, code);
    }

    /// <summary>Closes the payment of an order, as its expiry or cancellation would.</summary>
    public static async Task<bool> CloseAsync(this Market market, OrderId order, AwaitedPaymentState end)
    {
        await using var scope = market.Services.CreateAsyncScope();
        var closed = await scope.ServiceProvider.GetRequiredService<Tills>().TryCloseAsync(order, end, default);
        scope.ServiceProvider.GetRequiredService<Web.Messaging.Outbox>().Collect();
        await scope.ServiceProvider.GetRequiredService<MarketDb>().SaveChangesAsync();
        return closed;
    }

    /// <summary>The body of a webhook.</summary>
    public static string Body(long dong, string text, string type = "in", string account = Account, string? reference = null, long? id = null, long after = 0)
    {
        var line = id ?? Interlocked.Increment(ref _line);
        return JsonSerializer.Serialize(new Dictionary<string, object?>
        {
            ["id"] = line,
            ["gateway"] = "Agribank",
            ["transactionDate"] = "2026-11-23 09:00:00",
            ["accountNumber"] = account,
            ["code"] = null,
            ["content"] = text,
            ["transferType"] = type,
            ["transferAmount"] = dong,
            ["accumulated"] = after,
            ["subAccount"] = null,
            ["referenceCode"] = reference ?? "SP" + line.ToString(CultureInfo.InvariantCulture),
            ["description"] = "",
        });
    }

    /// <summary>Sends a webhook with the right key.</summary>
    public static async Task<HttpResponseMessage> TellAsync(this HttpClient client, string body, string? key = Key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/sepay") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (key is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Apikey", key);
        return await client.SendAsync(request);
    }

    /// <summary>The bank tells of money, and the market deals with it.</summary>
    public static async Task ReceiveAsync(this Market market, long dong, string text, string type = "in", string account = Account, string? reference = null, long? id = null)
    {
        using var client = market.CreateClient();
        using var told = await client.TellAsync(Body(dong, text, type, account, reference, id));
        told.EnsureSuccessStatusCode();
        await market.DeliverAsync();
    }

    public static Task<Payment> PaymentOfAsync(this Market market, OrderId order)
        => market.InDbAsync(db => db.Set<Payment>().AsNoTracking().SingleAsync(p => p.Order == order));
}
