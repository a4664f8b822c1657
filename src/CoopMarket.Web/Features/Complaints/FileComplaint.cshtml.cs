using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CoopMarket.Web.Features.Complaints;

/// <summary>Somebody complains to the market. Links from orders, products and cooperatives say what it is about.</summary>
[UploadLimit]
[EnableRateLimiting(Limit.Report)]
[RequestFormLimits(MultipartBodyLengthLimit = UploadLimitAttribute.Bytes)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class FileComplaintModel(MessagePhotos photos, Ids ids) : MarketPage
{
    [BindProperty]
    public FileComplaint.Form Form { get; set; } = new();

    /// <summary>Of which cooperative she complains, where her order has goods of several.</summary>
    public IReadOnlyList<CoopCard> Sides { get; private set; } = [];

    public async Task OnGetAsync(string? order, Guid? product, string? cooperative)
    {
        var known = await KnownAsync(order);
        Form = new() { FormKey = ids.Secret(), OrderCode = Code(order), Product = product, Cooperative = cooperative, Name = known.Name, Email = known.Email, Phone = known.Phone };
    }

    public async Task<IActionResult> OnPostAsync(List<IFormFile> files)
    {
        if (await photos.TakeInAsync(Form.Kept, files, HttpContext.RequestAborted) is { IsDone: false } no)
            return await AgainAsync(Again(no, ""));
        var outcome = await SendAsync(FileComplaint.Command.Of(Actor, Form) with { OrderSecret = SecretOf(Form.OrderCode) });
        return outcome.IsDone ? GoTo($"/complaints/{outcome.Value.Code}/{outcome.Value.Secret}", "complaints.file.done") : await AgainAsync(Again(outcome));
    }

    private async Task<IActionResult> AgainAsync(IActionResult again)
    {
        await KnownAsync(Form.OrderCode);
        return again;
    }

    private async Task<ComplaintSheet.View> KnownAsync(string? order)
    {
        var known = await SendAsync(new ComplaintSheet.Query(Actor, Code(order), SecretOf(order)));
        Sides = known.Sides;
        return known;
    }

    private static string? Code(string? order) => PublicCode.TryParse(order, out var code) ? code.Value : null;

    private string? SecretOf(string? order) => Code(order) is { } code ? OrderCookie.SecretOf(HttpContext, code) : null;
}
