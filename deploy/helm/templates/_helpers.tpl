{{/* What every object is called that there is one of. */}}
{{- define "training-exporter.name" -}}
training-exporter
{{- end }}

{{/* Rules, dashboards and runbook are not in the checkout's chart, only in the archive. */}}
{{- define "training-exporter.files" -}}
{{- if not (.Files.Get "files/runbook.md") }}
{{- fail "rules, dashboards and runbook are in the archive that deploy/helm/package.sh makes: install that" }}
{{- end }}
{{- end }}

{{/* The labels of an exporter of one kind. They are also what selects it. */}}
{{- define "training-exporter.selector" -}}
app.kubernetes.io/name: training-exporter
app.kubernetes.io/component: {{ . }}
{{- end }}

{{- define "training-exporter.image" -}}
{{ .Values.image.repository }}:{{ .Values.image.tag }}
{{- end }}

{{/* Port, resources and probes, the same of every exporter. */}}
{{- define "training-exporter.running" -}}
ports:
  - name: metrics
    containerPort: 9409
resources:
  {{- toYaml .Values.resources | nindent 2 }}
startupProbe:
  httpGet:
    path: /-/healthy
    port: metrics
  periodSeconds: 2
  failureThreshold: 30
livenessProbe:
  httpGet:
    path: /-/healthy
    port: metrics
  timeoutSeconds: 5
readinessProbe:
  httpGet:
    path: /-/ready
    port: metrics
{{- end }}

{{/* The exporter as a sidecar: an entry of initContainers. The pod needs the volumes logs, configuration and tmp. */}}
{{- define "training-exporter.sidecar" -}}
name: exporter
image: {{ include "training-exporter.image" . }}
# Started before the training, and ended with it.
restartPolicy: Always
args: ["/logs", "--config.file=/etc/training-exporter/exporter.yml", "--gpu=off", "--processes=off"]
{{ include "training-exporter.running" . }}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities:
    drop: [ALL]
volumeMounts:
  - name: logs
    mountPath: /logs
    readOnly: true
  - name: configuration
    mountPath: /etc/training-exporter
    readOnly: true
  - name: tmp
    mountPath: /tmp
{{- end }}

{{/* Volumes that every exporter has beside the logs. */}}
{{- define "training-exporter.volumes" -}}
- name: configuration
  configMap:
    name: training-exporter
- name: tmp
  emptyDir:
    sizeLimit: 16Mi
{{- end }}
