using System.Diagnostics;
using System.Globalization;
using System.Text;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Payments;
using CoopMarket.Web.Features.Payments.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Payments;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Benchmarks;

/// <summary>
/// A bank's statement whose lines pay as many orders: from the upload until each line is stored and has paid its order, then until the
/// ledger has booked it, then the check. Thirty seconds at most until all is matched, and nothing may be broken.
/// </summary>
internal static class LongStatement
{
    private static readonly TimeSpan MatchedWithin = TimeSpan.FromSeconds(30);
    private static readonly Actor Admin = Actor.Job("benchmark");

    public static async Task<int> RunAsync(int lines)
    {
        Console.WriteLine("| database | lines | read and shown s | stored and matched s | booked s | check s | broken |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        var right = true;
        foreach (var provider in Enum.GetValues<DatabaseProvider>())
            right &= await RunAsync(provider, lines);
        return right ? 0 : 1;
    }

    private static async Task<bool> RunAsync(DatabaseProvider provider, int lines)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        market.Services.GetService<SqlitePragmas>()?.Lasting();
        var file = await FileAsync(market, lines);

        var started = Stopwatch.GetTimestamp();
        var id = (await market.SendAsync(new UploadStatement.Command(Admin, "sao-ke.csv", file))).Value;
        await market.SendAsync(new StatementPreview.Query(Admin, id));
        var shown = Stopwatch.GetElapsedTime(started);

        started = Stopwatch.GetTimestamp();
        await market.SendAsync(new ImportStatement.Command(Admin, id));
        // SQLite answers at once, so that only a thread of its own leaves this one free to look.
        var delivering = Task.Run(() => market.DeliverAsync());
        while (await market.InDbAsync(db => db.Set<StatementUpload>().AnyAsync(s => s.EndedAt == null)))
            await Task.Delay(100);
        var matched = Stopwatch.GetElapsedTime(started);
        await delivering;
        await market.DeliverAsync();
        var booked = Stopwatch.GetElapsedTime(started);

        started = Stopwatch.GetTimestamp();
        var broken = (await market.WithAsync<Check, IReadOnlyList<CheckLine>>(check => check.RunAsync(default))).Count(l => !l.Holds);
        var paid = await market.InDbAsync(db => db.Set<Payment>().CountAsync(p => p.State == PaymentState.Paid));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {provider} | {lines} | {shown.TotalSeconds:F1} | {matched.TotalSeconds:F1} | {booked.TotalSeconds:F1} | {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} | {broken} |"));
        return paid == lines && broken == 0 && matched < MatchedWithin;
    }

    private static async Task<byte[]> FileAsync(Market market, int lines)
    {
        var product = await market.LiveProductAsync();
        StringBuilder text = new("Ngày;Số CT;Ghi nợ;Ghi có;Số dư;Nội dung\n");
        long balance = 0;
        for (var from = 0; from < lines; from += 500)
        {
            await using var scope = market.Services.CreateAsyncScope();
            var (db, ids, tills) = (scope.ServiceProvider.GetRequiredService<MarketDb>(), scope.ServiceProvider.GetRequiredService<Ids>(), scope.ServiceProvider.GetRequiredService<Tills>());
            for (var i = from; i < Math.Min(lines, from + 500); i++)
            {
                var order = Order.Place(ids.New<OrderId>(), Plan(ids, product, Money.Dong(100_000 + i)), market.Clock.GetUtcNow()).Value;
                order.TakeEvents();
                db.Add(order);
                await tills.OpenAsync(order.Id, order.Code, order.Way, order.Total, order.PayBy, default);
                balance += order.Total.Minor;
                text.Append(CultureInfo.InvariantCulture, $"23/11/2026;FT{i};;{order.Total.Minor};{balance};MBVCB.{i}.{order.Code}.CT tu khach hang\n");
            }

            await db.SaveChangesAsync();
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static OrderPlan Plan(Ids ids, ListedProduct product, Money price) => new(
        ids.New().ToString("N"), PublicCode.From(ids.Random(5)), "hash", "sealed", null, new("Nguyễn Thị Hạnh", "+84912345678", ""), new("VN", "01", "Cầu Giấy", "Số 12", ""),
        "vi", "", PaymentWay.BankTransfer, "",
        [new(ids.New<SellerOrderId>(), product.Cooperative, new("HTX"), DeliveryWay.Standard, Money.Dong(0), 2, 4, 600, [],
            [new(ids.New<OrderLineId>(), product.Variant, product.Product, product.Slug, new("Tỏi đen"), new("hũ 250 g"), price, 1, null)])]);
}
