using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Desk.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CoopMarket.Web.Features.Photos;

/// <summary>Taking and sending the photos of a product, a story, a maker, a lot or the cooperative itself.</summary>
[Contract.UploadLimit]
[EnableRateLimiting(Limit.Upload)]
[RequestFormLimits(MultipartBodyLengthLimit = Contract.UploadLimitAttribute.Bytes)]
internal sealed class SubjectPhotosModel(MarketSettings market) : DeskPage
{
    protected override DeskRoles Work => DeskRoles.Telling;

    [BindProperty(SupportsGet = true)]
    public string Kind { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public PhotosForm Form { get; set; } = new();

    public SubjectPhotos.View Photos { get; private set; } = null!;

    public PhotoSubject Subject => DeskAddress.Read(Kind, Id);

    // A script asks for the sentence alone.
    private bool IsScript => Request.Headers.Accept == "text/plain";

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        var outcome = await IncomingFile.EachAsync(
            Form.Files,
            file => SendAsync(new TakeInPhoto.Command(Actor, Cooperative, Subject, file)),
            picture => SendAsync(new AddPhoto.Command(Actor, Cooperative, Subject, picture, LocalizedText.Empty)),
            market,
            HttpContext.RequestAborted);
        if (outcome.IsDone)
            return IsScript ? StatusCode(StatusCodes.Status204NoContent) : GoTo(DeskAddress.Photos(Subject), "photos.desk.added");
        var page = Again(outcome);
        return IsScript ? Content(string.Join(' ', ModelState.Values.SelectMany(v => v.Errors).Select(e => e.ErrorMessage))) : await LoadAsync() ? page : NotFound();
    }

    private async Task<bool> LoadAsync() => (Photos = (await SendAsync(new SubjectPhotos.Query(Actor, Cooperative, Subject)))!) is not null;
}

/// <summary>What is sent.</summary>
internal sealed class PhotosForm
{
    public List<IFormFile> Files { get; set; } = [];
}
