using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Stories.Contract;
using CoopMarket.Web.Messaging;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Photos;

/// <summary>A photo with a face that nobody agrees to any more leaves all pages; <see cref="Withheld"/> keeps its files from everybody.</summary>
internal sealed class OnFaceTakenBack(MarketDb db, FaceConsents faces, TimeProvider time) : IHandle<FaceTakenBack>
{
    public async Task HandleAsync(FaceTakenBack happened, Delivery delivery, CancellationToken cancellationToken)
    {
        var id = PhotoId.From(happened.Photo);
        // She may have agreed anew in the meantime.
        if (!(await faces.TakenBackAsync(cancellationToken)).Contains(id))
            return;
        if (await db.Set<Photo>().FirstOrDefaultAsync(p => p.Id == id && p.SubjectId == happened.Story.Value && p.SubjectKind == PhotoSubjectKind.Story, cancellationToken) is { } photo)
            photo.Remove(time.Now());
    }
}
