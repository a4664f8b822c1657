using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Sellers.Contract;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace CoopMarket.Web.Features.Desk;

/// <summary>The answer that a cooperative's copy is: written as it is read. Who goes away stops the reading.</summary>
internal sealed class CopyFile(DeskSeat seat) : IActionResult
{
    public Task ExecuteResultAsync(ActionContext context)
    {
        var (http, services) = (context.HttpContext, context.HttpContext.RequestServices);
        http.Response.ContentType = "application/zip";
        http.Response.Headers.CacheControl = "private, no-store";
        http.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment")
        {
            FileName = $"coopmarket-{seat.Slug}-{VietnamDay.Of(services.GetRequiredService<TimeProvider>().Now()):yyyy-MM-dd}.zip",
        }.ToString();
        return services.GetRequiredService<CooperativeCopy>().WriteAsync(seat.Cooperative, seat.Name, http.Response.Body, http.RequestAborted);
    }
}
