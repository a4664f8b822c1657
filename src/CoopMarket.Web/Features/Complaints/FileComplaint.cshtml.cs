using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Features.Photos.Contract;
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

    public async Task OnGetAsync(string? order, Guid? product, string? cooperative)
    {
        var about = PublicCode.TryParse(order, out var code) ? code.Value : null;
        var known = await SendAsync(new ComplaintSheet.Query(Actor, about, about is null ? null : OrderCookie.SecretOf(HttpContext, about)));
        Form = new() { FormKey = ids.Secret(), OrderCode = about, Product = product, Cooperative = cooperative, Name = known.Name, Email = known.Email, Phone = known.Phone };
    }

    public async Task<IActionResult> OnPostAsync(List<IFormFile> files)
    {
        if (await photos.TakeInAsync(Form.Kept, files, HttpContext.RequestAborted) is { IsDone: false } no)
            return Again(no, "");
        var outcome = await SendAsync(FileComplaint.Command.Of(Actor, Form));
        return outcome.IsDone ? GoTo($"/complaints/{outcome.Value.Code}/{outcome.Value.Secret}", "complaints.file.done") : Again(outcome);
    }
}
