/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "paper/foyer-pdf-archive.h"

#include <lcms2.h>
#include <qpdf/qpdf-c.h>
#include <string.h>

#define PROGRAM "Foyer"

/* Fixed by Factur-X 1.0, 6.2.2: readers look for this name and nothing else. */
#define INVOICE_NAME "factur-x.xml"

/* What XMP does not know of itself must be described in it (ISO 19005-3, 6.6.2.3.2). */
static const char invoice_schema[] =
  "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
  " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
  " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
  "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
  "<pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema>\n"
  "<pdfaSchema:namespaceURI>urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#</pdfaSchema:namespaceURI>\n"
  "<pdfaSchema:prefix>fx</pdfaSchema:prefix>\n"
  "<pdfaSchema:property><rdf:Seq>\n";
static const char *const invoice_properties[][3] = {
  { "DocumentFileName", INVOICE_NAME, "The name of the embedded XML document" },
  { "DocumentType", "INVOICE", "The type of the hybrid document in capital letters" },
  { "Version", "1.0", "The version of the standard of the embedded XML document" },
  { "ConformanceLevel", "EN 16931", "The conformance level of the embedded XML document" },
};

static void
append_invoice (GString *xmp)
{
  g_string_append (xmp, "<rdf:Description rdf:about=\"\""
                        " xmlns:fx=\"urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#\">\n");
  for (gsize i = 0; i < G_N_ELEMENTS (invoice_properties); i++)
    g_string_append_printf (xmp, "<fx:%1$s>%2$s</fx:%1$s>\n", invoice_properties[i][0], invoice_properties[i][1]);
  g_string_append (xmp, "</rdf:Description>\n");
  g_string_append (xmp, invoice_schema);
  for (gsize i = 0; i < G_N_ELEMENTS (invoice_properties); i++)
    g_string_append_printf (xmp, "<rdf:li rdf:parseType=\"Resource\"><pdfaProperty:name>%s</pdfaProperty:name>"
                                 "<pdfaProperty:valueType>Text</pdfaProperty:valueType>"
                                 "<pdfaProperty:category>external</pdfaProperty:category>"
                                 "<pdfaProperty:description>%s</pdfaProperty:description></rdf:li>\n",
                            invoice_properties[i][0], invoice_properties[i][2]);
  g_string_append (xmp, "</rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>\n"
                        "</rdf:Description>\n");
}

static char *
write_xmp (const FoyerPdfFacts *facts,
           GDateTime           *made)
{
  g_autofree char *title = g_markup_escape_text (facts->title, -1);
  g_autofree char *date = g_date_time_format (made, "%Y-%m-%dT%H:%M:%SZ");
  GString *xmp = g_string_new ("<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                               "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                               "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                               "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n"
                               "<pdfaid:part>3</pdfaid:part>\n<pdfaid:conformance>B</pdfaid:conformance>\n"
                               "</rdf:Description>\n"
                               "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                               " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n");

  g_string_append_printf (xmp, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:title>\n", title);
  if (facts->author != NULL)
    {
      g_autofree char *author = g_markup_escape_text (facts->author, -1);

      g_string_append_printf (xmp, "<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>\n", author);
    }
  if (facts->language != NULL)
    {
      g_autofree char *language = g_markup_escape_text (facts->language, -1);

      g_string_append_printf (xmp, "<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>\n", language);
    }
  g_string_append_printf (xmp, "<xmp:CreatorTool>" PROGRAM "</xmp:CreatorTool>\n<pdf:Producer>" PROGRAM "</pdf:Producer>\n"
                               "<xmp:CreateDate>%1$s</xmp:CreateDate>\n<xmp:ModifyDate>%1$s</xmp:ModifyDate>\n"
                               "</rdf:Description>\n", date);
  if (facts->invoice != NULL)
    append_invoice (xmp);
  g_string_append (xmp, "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>");

  return g_string_free_and_steal (xmp);
}

/* What the red, green and blue of the pages mean. */
static GBytes *
make_profile (void)
{
  /* Where a profile says when it was made (ICC.1:2004, 7.2): today's date would make each file another. */
  static const guint8 date[12] = { 0x07, 0xd0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0 };
  const gsize date_offset = 24;
  cmsHPROFILE profile = cmsCreate_sRGBProfile ();
  cmsUInt32Number size = 0;
  g_autofree guint8 *bytes = NULL;
  gboolean saved;

  cmsSetProfileVersion (profile, 4.2);
  saved = cmsSaveProfileToMem (profile, NULL, &size) && size > date_offset + sizeof date;
  bytes = g_malloc0 (MAX (size, 1));
  saved = saved && cmsSaveProfileToMem (profile, bytes, &size);
  cmsCloseProfile (profile);
  if (!saved)
    return NULL;
  memcpy (bytes + date_offset, date, sizeof date);

  return g_bytes_new_take (g_steal_pointer (&bytes), size);
}

static qpdf_oh
add_stream (qpdf_data   qpdf,
            GBytes     *bytes,
            const char *keys)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  qpdf_oh stream = qpdf_oh_new_stream (qpdf);
  qpdf_oh dict = qpdf_oh_get_dict (qpdf, stream);
  qpdf_oh wanted = qpdf_oh_parse (qpdf, keys);
  qpdf_oh none = qpdf_oh_new_null (qpdf);

  qpdf_oh_replace_stream_data (qpdf, stream, data, length, none, none);
  qpdf_oh_begin_dict_key_iter (qpdf, wanted);
  while (qpdf_oh_dict_more_keys (qpdf))
    {
      const char *key = qpdf_oh_dict_next_key (qpdf);

      qpdf_oh_replace_key (qpdf, dict, key, qpdf_oh_get_key (qpdf, wanted, key));
    }

  return qpdf_make_indirect_object (qpdf, stream);
}

static void
add_invoice (qpdf_data            qpdf,
             qpdf_oh              root,
             const FoyerPdfFacts *facts,
             const char          *date)
{
  g_autofree char *keys = g_strdup_printf ("<< /Type /EmbeddedFile /Subtype /text#2fxml"
                                           " /Params << /ModDate (%s) /Size %" G_GSIZE_FORMAT " >> >>",
                                           date, g_bytes_get_size (facts->invoice));
  qpdf_oh file = add_stream (qpdf, facts->invoice, keys);
  qpdf_oh spec = qpdf_oh_parse (qpdf, "<< /Type /Filespec /F (" INVOICE_NAME ") /UF (" INVOICE_NAME ")"
                                      " /AFRelationship /Alternative /Desc (Factur-X) >>");
  qpdf_oh files = qpdf_oh_new_dictionary (qpdf);
  qpdf_oh list = qpdf_oh_new_array (qpdf);
  qpdf_oh names = qpdf_oh_new_array (qpdf);
  qpdf_oh tree = qpdf_oh_new_dictionary (qpdf);
  qpdf_oh all = qpdf_oh_new_dictionary (qpdf);

  qpdf_oh_replace_key (qpdf, files, "/F", file);
  qpdf_oh_replace_key (qpdf, files, "/UF", file);
  qpdf_oh_replace_key (qpdf, spec, "/EF", files);
  spec = qpdf_make_indirect_object (qpdf, spec);
  qpdf_oh_append_item (qpdf, list, spec);
  qpdf_oh_append_item (qpdf, names, qpdf_oh_new_string (qpdf, INVOICE_NAME));
  qpdf_oh_append_item (qpdf, names, spec);
  qpdf_oh_replace_key (qpdf, tree, "/Names", names);
  qpdf_oh_replace_key (qpdf, all, "/EmbeddedFiles", tree);
  qpdf_oh_replace_key (qpdf, root, "/AF", list);
  qpdf_oh_replace_key (qpdf, root, "/Names", all);
}

/* The same as the XMP says, word for word, or an archive refuses the file. */
static void
set_info (qpdf_data            qpdf,
          const FoyerPdfFacts *facts,
          const char          *date)
{
  qpdf_oh info = qpdf_oh_parse (qpdf, "<< /Creator (" PROGRAM ") /Producer (" PROGRAM ") >>");

  qpdf_oh_replace_key (qpdf, info, "/Title", qpdf_oh_new_unicode_string (qpdf, facts->title));
  if (facts->author != NULL)
    qpdf_oh_replace_key (qpdf, info, "/Author", qpdf_oh_new_unicode_string (qpdf, facts->author));
  qpdf_oh_replace_key (qpdf, info, "/CreationDate", qpdf_oh_new_string (qpdf, date));
  qpdf_oh_replace_key (qpdf, info, "/ModDate", qpdf_oh_new_string (qpdf, date));
  qpdf_oh_replace_key (qpdf, qpdf_get_trailer (qpdf), "/Info", qpdf_make_indirect_object (qpdf, info));
}

static void
complete (qpdf_data            qpdf,
          const FoyerPdfFacts *facts,
          GDateTime           *made,
          GBytes              *profile)
{
  g_autofree char *date = g_date_time_format (made, "D:%Y%m%d%H%M%SZ");
  char *xmp = write_xmp (facts, made);
  g_autoptr(GBytes) metadata = g_bytes_new_take (xmp, strlen (xmp));
  qpdf_oh root = qpdf_get_root (qpdf);
  qpdf_oh intent = qpdf_oh_parse (qpdf, "<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB)"
                                        " /Info (sRGB IEC61966-2.1) /RegistryName (http://www.color.org) >>");
  qpdf_oh intents = qpdf_oh_new_array (qpdf);

  qpdf_oh_replace_key (qpdf, intent, "/DestOutputProfile", add_stream (qpdf, profile, "<< /N 3 >>"));
  qpdf_oh_append_item (qpdf, intents, qpdf_make_indirect_object (qpdf, intent));
  qpdf_oh_replace_key (qpdf, root, "/OutputIntents", intents);
  qpdf_oh_replace_key (qpdf, root, "/Metadata", add_stream (qpdf, metadata, "<< /Type /Metadata /Subtype /XML >>"));
  qpdf_oh_replace_key (qpdf, root, "/ViewerPreferences", qpdf_oh_parse (qpdf, "<< /DisplayDocTitle true >>"));
  if (facts->language != NULL)
    qpdf_oh_replace_key (qpdf, root, "/Lang", qpdf_oh_new_unicode_string (qpdf, facts->language));
  if (qpdf_oh_has_key (qpdf, root, "/StructTreeRoot"))
    qpdf_oh_replace_key (qpdf, root, "/MarkInfo", qpdf_oh_parse (qpdf, "<< /Marked true >>"));
  if (facts->invoice != NULL)
    add_invoice (qpdf, root, facts, date);
  set_info (qpdf, facts, date);
}

static GBytes *
write_out (qpdf_data qpdf)
{
  if ((qpdf_init_write_memory (qpdf) & QPDF_ERRORS) != 0)
    return NULL;
  qpdf_set_deterministic_ID (qpdf, QPDF_TRUE);
  if ((qpdf_write (qpdf) & QPDF_ERRORS) != 0 || qpdf_has_error (qpdf))
    return NULL;

  return g_bytes_new (qpdf_get_buffer (qpdf), qpdf_get_buffer_length (qpdf));
}

/**
 * foyer_pdf_archive:
 * @pdf: a PDF with its fonts in it
 * @facts: what it is to say about itself
 * @error: return location for an error
 *
 * Adds what makes a PDF one that lasts (PDF/A-3b: what its colours mean, who made it when, in
 * which language), and, with an invoice in it, one that a program can read too (Factur-X in the
 * profile EN 16931). The same bytes and facts give the same file.
 *
 * Returns: (transfer full): the file, or %NULL with an error of [error@Gio.IOErrorEnum]
 */
GBytes *
foyer_pdf_archive (GBytes               *pdf,
                   const FoyerPdfFacts  *facts,
                   GError              **error)
{
  g_autoptr(GDateTime) made = NULL;
  g_autoptr(GBytes) profile = NULL;
  g_autoptr(GBytes) archived = NULL;
  qpdf_data qpdf;
  gsize length;
  const char *data;

  g_return_val_if_fail (pdf != NULL && facts != NULL && facts->title != NULL, NULL);

  made = g_date_time_new_from_unix_utc (facts->made_ms / 1000);
  if (made == NULL)
    made = g_date_time_new_from_unix_utc (0);
  profile = make_profile ();
  if (profile == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "no colour profile");
      return NULL;
    }
  data = g_bytes_get_data (pdf, &length);
  qpdf = qpdf_init ();
  qpdf_silence_errors (qpdf);
  qpdf_set_suppress_warnings (qpdf, QPDF_TRUE);
  if ((qpdf_read_memory (qpdf, "paper", data, length, NULL) & QPDF_ERRORS) == 0)
    {
      complete (qpdf, facts, made, profile);
      archived = write_out (qpdf);
    }
  if (archived == NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "the PDF could not be completed: %s",
                 qpdf_has_error (qpdf) ? qpdf_get_error_full_text (qpdf, qpdf_get_error (qpdf)) : "nothing more is known");
  qpdf_cleanup (&qpdf);

  return g_steal_pointer (&archived);
}
