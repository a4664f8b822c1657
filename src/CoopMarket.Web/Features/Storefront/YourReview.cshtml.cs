using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Photos;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Features.Reviews;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>A buyer reviews a line that she received: stars, words, photos.</summary>
[UploadLimit]
[EnableRateLimiting(Limit.Upload)]
[RequestFormLimits(MultipartBodyLengthLimit = UploadLimitAttribute.Bytes)]
internal sealed class YourReviewModel(MarketSettings market) : BuyerPage
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    public WriteReview.Form Form { get; set; } = new();

    public YourReview.View View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(OrderLineId line)
    {
        if (!await LoadAsync(line))
            return NotFound();
        if (View.Review is { } said)
            Form = new() { Stars = Show.Number(said.Stars), Words = said.Words, Name = said.Name };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(OrderLineId line, List<IFormFile> files)
    {
        var written = await SendAsync(new WriteReview.Command(Actor, Code, SecretOf(Code), line, Form.Stars, Form.Words, Form.Name, Form.Sure));
        Form.Sure = written.Refusal is Domain.Questions.LeadsOutside;
        if (!written.IsDone)
            return await LoadAsync(line) ? Again(written) : NotFound();
        Outcome<PhotoId> photos = files.Count == 0 ? default(PhotoId) : await IncomingFile.EachAsync(
            files, file => SendAsync(new TakeInReviewPhoto.Command(Actor, Code, SecretOf(Code), written.Value, file)),
            picture => SendAsync(new AddReviewPhoto.Command(Actor, Code, SecretOf(Code), written.Value, picture)),
            market, HttpContext.RequestAborted);
        ViewData["LacksPhoto"] = !photos.IsDone;
        return photos.IsDone ? GoTo($"/orders/{Code}/review/{line}", "reviews.written") : await LoadAsync(line) ? Again(photos, "") : NotFound();
    }

    public Task<IActionResult> OnPostTakeBackAsync(OrderLineId line) => DoAsync(new TakeBackReview.Command(Actor, Code, SecretOf(Code), line), line, "reviews.taken-back");

    public Task<IActionResult> OnPostRemoveAsync(OrderLineId line, PhotoId photo)
        => DoAsync(new RemoveReviewPhoto.Command(Actor, Code, SecretOf(Code), line, photo), line, "reviews.photo.removed");

    // What has no form has nothing to mend: an id that can't be read is one that is not there.
    private async Task<IActionResult> DoAsync(Pipeline.ICommand command, OrderLineId line, string done)
        => await SendAsync(command) is { IsDone: false } no ? GoToWith($"/orders/{Code}/review/{line}", no.Refusal ?? new NotFound()) : GoTo($"/orders/{Code}/review/{line}", done);

    private async Task<bool> LoadAsync(OrderLineId line) => await SendAsync(new YourReview.Query(Actor, Code, SecretOf(Code), line)) is { } view && (View = view) is not null;
}
