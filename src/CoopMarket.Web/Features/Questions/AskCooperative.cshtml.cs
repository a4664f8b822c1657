using CoopMarket.Domain.Questions;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CoopMarket.Web.Features.Questions;

/// <summary>A buyer asks a cooperative. Links from products and orders say what it is about.</summary>
[UploadLimit]
[EnableRateLimiting(Limit.Message)]
[RequestFormLimits(MultipartBodyLengthLimit = UploadLimitAttribute.Bytes)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class AskCooperativeModel(MessagePhotos photos, Ids ids) : MarketPage
{
    [BindProperty]
    public AskCooperative.Form Form { get; set; } = new();

    public AskSheet.View View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid? product, string? order, Guid? part)
    {
        Form = new() { FormKey = ids.Secret(), Product = product, Order = order, Part = part };
        if (!await LoadAsync())
            return NotFound();
        (Form.Name, Form.Email) = (View.Name, View.Email);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(List<IFormFile> files)
    {
        if (!await LoadAsync())
            return NotFound();
        if (await photos.TakeInAsync(Form.Kept, files, HttpContext.RequestAborted) is { IsDone: false } no)
            return Again(no, "");
        var outcome = await SendAsync(AskCooperative.Command.Of(Actor, Form, SecretOf(Form.Order)));
        if (outcome.IsDone)
            return GoTo($"/questions/{outcome.Value.Code}/{outcome.Value.Secret}", "questions.ask.done");
        Form.Sure |= outcome.Refusal is LeadsOutside;
        return Again(outcome);
    }

    private string? SecretOf(string? order) => string.IsNullOrEmpty(order) ? null : OrderCookie.SecretOf(HttpContext, order);

    private async Task<bool> LoadAsync()
        => await SendAsync(new AskSheet.Query(Actor, Form.Product, Form.Order, SecretOf(Form.Order), Form.Part)) is { } view && (View = view) is not null;
}
