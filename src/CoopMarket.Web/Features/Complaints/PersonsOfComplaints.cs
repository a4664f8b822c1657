using CoopMarket.Domain.Complaints;
using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Features.Photos.Contract;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Complaints;

/// <summary>Complaints know who complained.</summary>
internal sealed class PersonsOfComplaints(MarketDb db, ComplaintFile file, MessagePhotos photos) : IKnowPersons
{
    public async Task<IReadOnlyList<InTheWay>> InTheWayAsync(PersonId person, CancellationToken cancellationToken)
        => [.. (await db.Set<Complaint>().AsNoTracking().Where(c => c.Person == person).OrderBy(c => c.ReceivedAt).ToListAsync(cancellationToken))
            .Where(c => c.IsOpen).Select(c => new InTheWay(Unfinished.Complaint, c.Code, $"/complaints/{c.Code}/{file.Open(c)}"))];

    public async Task<IReadOnlyList<string>> ForgetAsync(PersonId person, CancellationToken cancellationToken)
    {
        var hers = await db.Set<Complaint>().Where(c => c.Person == person).ToListAsync(cancellationToken);
        List<string> reached = [.. hers.SelectMany(c => new[] { c.Email, c.Phone })];
        foreach (var complaint in hers)
            complaint.ForgetPerson();
        // A photo may show her home or her parcel with her name on it.
        await photos.RemoveAsync(hers.Select(c => PhotoSubject.Of(c.Id)), cancellationToken);
        return reached;
    }
}
