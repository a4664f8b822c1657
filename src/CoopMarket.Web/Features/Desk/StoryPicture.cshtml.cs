using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Features.Photos;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CoopMarket.Web.Features.Desk;

/// <summary>A photo of a story in its place, or a video with its poster; either is chosen or sent.</summary>
[UploadLimit]
[EnableRateLimiting(Limit.Upload)]
[RequestFormLimits(MultipartBodyLengthLimit = UploadLimitAttribute.Bytes)]
internal sealed class StoryPictureModel(MarketSettings market) : BlockPage
{
    public override string Name => "StoryPicture";

    [BindProperty(Name = "Form.File")]
    public IFormFile? Sent { get; set; }

    protected override bool Has(BlockKind kind) => kind is BlockKind.Photo or BlockKind.Video;

    protected override async Task<Outcome<PhotoId>> TakeInAsync()
    {
        if (Sent is null)
            return default(PhotoId);
        var subject = PhotoSubject.Of(Id);
        var taken = await IncomingFile.EachAsync(
            [Sent],
            file => SendAsync(new TakeInPhoto.Command(Actor, Cooperative, subject, file)),
            picture => SendAsync(new AddPhoto.Command(Actor, Cooperative, subject, picture, LocalizedText.Empty)),
            market,
            HttpContext.RequestAborted);
        if (taken.IsDone)
            Form.Photo = taken.Value;
        return taken;
    }
}
